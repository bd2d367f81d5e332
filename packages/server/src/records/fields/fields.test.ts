import { type Condition, check, resolve } from '@baton/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { toSql } from '../../kernel/conditions/index.ts'
import { grantsOf } from '../../kernel/grants.ts'
import { plainTicket, ticketFields } from '../tickets/index.ts'
import { settleIndexes } from './indexes.ts'
import { refold } from './refold.ts'

let t: TestDesk
let agentId: string
let departmentId: string
let customerId: string
let person: Caller
beforeAll(async () => {
  t = await testDesk({ following: false })
  departmentId = (await t.does('department.create', { name: '售后部' })).id
  agentId = (await t.does('agent.create', { employeeNo: 'CS007', name: '王芳', departmentIds: [departmentId] })).id
  customerId = (await t.does('customer.create', { name: '赵敏', phones: ['13800138000'] })).id
  await t.does('settings.update', { defaultDepartmentId: departmentId })
  person = {
    ...t.system,
    actor: { kind: 'person', id: agentId, name: '王芳' },
    me: { id: agentId, departments: [departmentId], managed: [] },
  }
})
afterAll(() => t.close())

const wrong = (promise: Promise<unknown>, path: string, code: string) =>
  expect(promise).rejects.toMatchObject({
    status: 422,
    fields: expect.arrayContaining([expect.objectContaining({ path, code })]),
  })
let made = 0
const field = (spec: object, more: object = {}): Promise<Answer> =>
  t.does('field.create', { name: `字段${++made}`, key: `k${made}`, spec: spec as never, ...more })
const open = (fields: Record<string, unknown>, more: object = {}, by?: Caller): Promise<Answer> =>
  t.does('ticket.open', { subject: '退货', fields, ...more }, by)
const found = async (where: Condition, caller?: Caller): Promise<string[]> =>
  (await t.asks('ticket.list', { where: where as never, limit: 200 }, caller)).items.map(({ id }: Answer) => id)

const options = [
  { key: 'refund', name: '仅退款' },
  { key: 'return', name: '退货退款' },
]

test('three are shipped', async () => {
  const { items } = await t.asks('field.list', { of: 'ticket' })
  expect(items.slice(0, 3).map(({ key, name }: Answer) => [key, name])).toEqual([
    ['orderNo', '订单号'],
    ['productModel', '产品型号'],
    ['remarks', '沟通要点'],
  ])
})

describe('a field of every kind is filled in, asked about, and changed', () => {
  const file = '0198f0a0-7c3e-7abc-8def-0123456789ff'
  test.each<[object, () => unknown, (key: string) => Condition, unknown?]>([
    [{ kind: 'text' }, () => '蓝色ＡＢ', key => ({ field: key, op: 'contains', value: '蓝色ab' })],
    [{ kind: 'longText' }, () => '一\n二', key => ({ field: key, op: 'contains', value: '二' })],
    [{ kind: 'richText' }, () => '<p>屏幕<b>碎</b>了</p>', key => ({ field: key, op: 'contains', value: '屏幕碎' })],
    [{ kind: 'number', decimals: 1 }, () => 12.5, key => ({ field: key, op: 'between', value: [12, 13] })],
    [{ kind: 'amount' }, () => 99.9, key => ({ field: key, op: 'atLeast', value: '99.90' })],
    [{ kind: 'date' }, () => '2026-11-20', key => ({ field: key, op: 'before', value: '$now' })],
    [{ kind: 'time' }, () => '2026-11-22T03:00:00.000Z', key => ({ field: key, op: 'withinNext', value: 'PT2H' })],
    [{ kind: 'choice', options }, () => 'return', key => ({ field: key, op: 'isOneOf', value: ['return'] })],
    [{ kind: 'choices', options }, () => ['refund'], key => ({ field: key, op: 'contains', value: 'refund' })],
    [
      {
        kind: 'cascade',
        branches: [
          { key: 'home', name: '家电' },
          { key: 'tv', name: '电视', parent: 'home' },
        ],
      },
      () => ['home', 'tv'],
      key => ({ field: key, op: 'contains', value: 'home' }),
    ],
    [{ kind: 'boolean' }, () => true, key => ({ field: key, op: 'is', value: true })],
    [{ kind: 'person' }, () => agentId, key => ({ field: key, op: 'is', value: agentId })],
    [{ kind: 'department' }, () => departmentId, key => ({ field: key, op: 'isNotEmpty' })],
    [{ kind: 'customer' }, () => customerId, key => ({ field: key, op: 'is', value: customerId })],
    [{ kind: 'reference', to: 'order' }, () => 'T20261122', key => ({ field: key, op: 'startsWith', value: 't2026' })],
    [{ kind: 'phone' }, () => '+8613900139000', key => ({ field: key, op: 'contains', value: '139' })],
    [
      { kind: 'address' },
      () => ({ region: ['440000', '440300', '440305'], detail: '科技园路 1 号' }),
      key => ({
        all: [
          { field: `${key}.region`, op: 'contains', value: '440300' },
          { field: `${key}.detail`, op: 'contains', value: '科技园' },
        ],
      }),
    ],
    [
      { kind: 'location' },
      () => ({ longitude: 113.9, latitude: 22.5, name: '门店' }),
      key => ({ field: `${key}.name`, op: 'is', value: '门店' }),
    ],
    [
      {
        kind: 'rows',
        columns: [
          { key: 'sku', name: 'SKU', kind: 'text' },
          { key: 'n', name: '数', kind: 'number' },
        ],
      },
      () => [{ sku: 'A-7', n: 2 }],
      key => ({ field: key, op: 'contains', value: 'a-7' }),
    ],
  ])('%j', async (spec, value, asks) => {
    const { key } = await field(spec)
    const ticket = await open({ [key]: value() })
    expect(ticket.fields).toEqual({ [key]: value() })
    expect(await found(asks(`fields.${key}`))).toEqual([ticket.id])
    const emptied = await t.does('ticket.update', { ticketId: ticket.id, fields: { [key]: null } })
    expect(emptied.fields).toEqual({})
    expect(await found(asks(`fields.${key}`))).toEqual([])
    await wrong(open({ [key]: { nonsense: file } }), `fields.${key}`, expect.stringMatching(/./) as never)
  })
})

test('only what is named changes, and the history says what', async () => {
  const colour = await field(
    {
      kind: 'choice',
      options: [
        { key: 'red', name: '红' },
        { key: 'blue', name: '蓝' },
      ],
    },
    { name: '颜色' },
  )
  const { id } = await open({ orderNo: 'A1', [colour.key]: 'red' })
  const after = await t.does('ticket.update', { ticketId: id, fields: { [colour.key]: 'blue' } })
  expect(after.fields).toEqual({ orderNo: 'A1', [colour.key]: 'blue' })
  const { items } = await t.asks('ticket.timeline', { id })
  expect(items[0].text).toContain('颜色：红 → 蓝')
  expect(items[0].payload.changes).toEqual([{ field: `fields.${colour.key}`, from: 'red', to: 'blue' }])
  const same = await t.does('ticket.update', { ticketId: id, fields: { [colour.key]: 'blue' } })
  expect(same.version).toBe(after.version)
})

test('formulas are worked out from the others, in whatever order they are written', async () => {
  const price = await field({ kind: 'amount' })
  const count = await field({ kind: 'number' })
  const total = await field({ kind: 'formula', expression: `${price.key} * ${count.key}` })
  const words = await field({ kind: 'formula', result: 'text', expression: `if(${total.key} > 100, "大额", "小额")` })
  const ticket = await open({ [count.key]: 3, [price.key]: 33.5 })
  expect(ticket.fields).toMatchObject({ [total.key]: 100.5, [words.key]: '大额' })
  expect(await found({ field: `fields.${total.key}`, op: 'atLeast', value: 100 })).toEqual([ticket.id])
  const less = await t.does('ticket.update', { ticketId: ticket.id, fields: { [count.key]: 1 } })
  expect(less.fields).toMatchObject({ [total.key]: 33.5, [words.key]: '小额' })
  await wrong(open({ [total.key]: 1 }), `fields.${total.key}`, 'field.formula')
  await wrong(field({ kind: 'formula', expression: 'nobody + 1' }), 'spec.expression', 'formula.name')
  await wrong(field({ kind: 'formula', expression: '1 +' }), 'spec.expression', 'formula.invalid')
  await wrong(
    t.does('field.update', { fieldId: total.id, spec: { kind: 'formula', expression: `${words.key} & "x"` } as never }),
    'spec.expression',
    'formula.ring',
  )
  await expect(t.does('field.archive', { fieldId: price.id })).rejects.toMatchObject({
    status: 409,
    code: 'field.inFormula',
  })
  for (const { id } of [words, total, count, price]) await t.does('field.archive', { fieldId: id })
})

test('a unique value belongs to one record, also of those that come at once', async () => {
  const serial = await field({ kind: 'text' }, { unique: true })
  const key = serial.key
  const first = await open({ [key]: 'SN-1' })
  await wrong(open({ [key]: 'ｓｎ-1' }), `fields.${key}`, 'field.taken')
  expect((await t.does('ticket.update', { ticketId: first.id, fields: { [key]: 'SN-1' } })).fields[key]).toBe('SN-1')
  const many = await Promise.allSettled(Array.from({ length: 6 }, () => open({ [key]: 'SN-2' })))
  expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await t.does('ticket.update', { ticketId: first.id, fields: { [key]: null } })
  expect((await open({ [key]: 'SN-1' })).fields[key]).toBe('SN-1')
})

test('a new record begins with the defaults, unless something is said', async () => {
  const kind = await field({ kind: 'choice', options }, { default: 'refund' })
  const who = await field({ kind: 'person' }, { default: '$me' })
  const day = await field({ kind: 'date' }, { default: '$now' })
  expect((await open({}, {}, person)).fields).toEqual({
    [kind.key]: 'refund',
    [who.key]: agentId,
    [day.key]: '2026-11-22',
  })
  expect((await open({ [kind.key]: 'return', [day.key]: null })).fields).toEqual({ [kind.key]: 'return' })
  for (const { id } of [kind, who, day]) await t.does('field.archive', { fieldId: id })
})

test('what cannot be is refused by name', async () => {
  await wrong(open({ nobody: 1 }), 'fields.nobody', 'unknown_field')
  await wrong(field({ kind: 'text' }, { key: 'orderNo' }), 'key', 'taken')
  await wrong(field({ kind: 'text' }, { name: '订单号' }), 'name', 'taken')
  await wrong(field({ kind: 'text' }, { key: '1x' }), 'key', 'format')
  await wrong(field({ kind: 'boolean' }, { unique: true }), 'unique', 'field.noUnique')
  await wrong(field({ kind: 'location' }, { indexed: true }), 'indexed', 'field.noIndex')
  await wrong(field({ kind: 'number', min: 5, max: 1 }), 'spec.max', 'field.bounds')
  await wrong(field({ kind: 'number' }, { default: 'x' }), 'default', 'field.number')
  await wrong(field({ kind: 'choice', options: [...options, options[0]] }), 'spec.options', 'field.keyTwice')
  const choice = await field({ kind: 'choice', options })
  await wrong(
    t.does('field.update', { fieldId: choice.id, spec: { kind: 'text' } as never }),
    'spec.kind',
    'field.kindStays',
  )
  await wrong(
    t.does('field.update', { fieldId: choice.id, spec: { kind: 'choice', options: [options[0]] } as never }),
    'spec.options',
    'field.optionStays',
  )
})

test('an archived field keeps what is in it, can be asked about, and takes nothing new', async () => {
  const old = await field({ kind: 'text' })
  const ticket = await open({ [old.key]: '旧值' })
  await t.does('field.archive', { fieldId: old.id })
  expect((await t.asks('ticket.get', { id: ticket.id })).fields).toEqual({ [old.key]: '旧值' })
  expect(await found({ field: `fields.${old.key}`, op: 'is', value: '旧值' })).toEqual([ticket.id])
  await wrong(open({ [old.key]: '新' }), `fields.${old.key}`, 'archived')
  await t.does('field.restore', { fieldId: old.id })
  expect((await open({ [old.key]: '新' })).fields).toEqual({ [old.key]: '新' })
})

test('a withheld field is nowhere: not in the record, the list of fields, the history, a condition, and cannot be written', async () => {
  const secret = await field({ kind: 'amount' }, { name: '成本' })
  const id = `fields.${secret.key}`
  const { id: ticketId } = await open({ [secret.key]: 5, orderNo: 'A9' })
  await t.does('ticket.update', { ticketId, fields: { [secret.key]: 6, orderNo: 'A10' } })
  const limited: Caller = { ...person, grants: grantsOf([{ grants: { '*': true }, fields: { [id]: 'hidden' } }]) }
  expect((await t.asks('ticket.get', { id: ticketId }, limited)).fields).toEqual({ orderNo: 'A10' })
  expect((await t.asks('field.list', {}, limited)).items.map(({ key }: Answer) => key)).not.toContain(secret.key)
  const { items } = await t.asks('ticket.timeline', { id: ticketId }, limited)
  expect(JSON.stringify(items)).not.toMatch(new RegExp(`${secret.key}|成本`))
  expect(items[0].text).toContain('订单号：A9 → A10')
  await expect(found({ field: id, op: 'is', value: 6 }, limited)).rejects.toMatchObject({ status: 422 })
  await wrong(t.does('ticket.update', { ticketId, fields: { [secret.key]: 1 } }, limited), id, 'unknown_field')
  const frozen: Caller = { ...person, grants: grantsOf([{ grants: { '*': true }, fields: { [id]: 'frozen' } }]) }
  expect((await t.asks('ticket.get', { id: ticketId }, frozen)).fields[secret.key]).toBe(6)
  await wrong(t.does('ticket.update', { ticketId, fields: { [secret.key]: 1 } }, frozen), id, 'frozen')
  await t.does('role.create', { name: '不看成本', grants: { 'ticket.get': true }, fields: { [id]: 'hidden' } })
})

test('customers and companies have fields of their own', async () => {
  const size = await t.does('field.create', { of: 'customer', key: 'shoeSize', name: '鞋码', spec: { kind: 'number' } })
  expect(size).toMatchObject({ of: 'customer', key: 'shoeSize' })
  const anna = await t.does('customer.create', { name: '安娜', company: '清风科技', fields: { shoeSize: 38 } })
  expect(anna.fields).toEqual({ shoeSize: 38 })
  const grown = await t.does('customer.update', { customerId: anna.id, fields: { shoeSize: 39 } })
  expect(grown.fields).toEqual({ shoeSize: 39 })
  await wrong(
    t.does('customer.update', { customerId: anna.id, fields: { orderNo: 'x' } }),
    'fields.orderNo',
    'unknown_field',
  )
  await t.does('field.create', { of: 'company', key: 'industry', name: '行业', spec: { kind: 'text' } })
  const company = await t.does('company.update', { companyId: anna.companyId, fields: { industry: '环保' } })
  expect(company).toMatchObject({ name: '清风科技', fields: { industry: '环保' }, customerCount: 1 })
  expect((await t.asks('company.list', { text: '清风' })).items).toMatchObject([{ id: company.id }])
})

test('lists and memory agree on any values of the own fields', async () => {
  const kinds = {
    text: { spec: { kind: 'text' }, of: fc.constantFrom('红', 'ＲＥＤ', 'red 红', '') },
    number: { spec: { kind: 'number', decimals: 2 }, of: fc.constantFrom(0, 1.5, -3, 100) },
    choices: { spec: { kind: 'choices', options }, of: fc.subarray(['refund', 'return']) },
    flag: { spec: { kind: 'boolean' }, of: fc.boolean() },
    rich: { spec: { kind: 'richText' }, of: fc.constantFrom('<p>red</p>', '<p>红<br>二</p>') },
    place: {
      spec: { kind: 'address', level: 'province' },
      of: fc.constantFrom({ region: ['440000'], detail: 'Red' }, { region: ['110000'], detail: null }),
    },
  }
  const keys = Object.keys(kinds) as (keyof typeof kinds)[]
  for (const key of keys)
    await t.does('field.create', { key: `law_${key}`, name: `律${key}`, spec: kinds[key].spec as never })
  const values = fc.record(
    Object.fromEntries(keys.map(key => [`law_${key}`, fc.option(kinds[key].of as fc.Arbitrary<unknown>)])),
  )
  const tickets = await Promise.all(fc.sample(values, { numRuns: 60, seed: 7 }).map(fields => open(fields)))
  const conditions: Condition[] = [
    { field: 'fields.law_text', op: 'contains', value: 'red' },
    { field: 'fields.law_text', op: 'isEmpty' },
    { field: 'fields.law_number', op: 'moreThan', value: 0 },
    { not: { field: 'fields.law_number', op: 'is', value: 1.5 } },
    { field: 'fields.law_choices', op: 'containsAll', value: ['refund', 'return'] },
    { field: 'fields.law_flag', op: 'isNot', value: true },
    { field: 'fields.law_rich', op: 'contains', value: '红' },
    { field: 'fields.law_place.region', op: 'contains', value: '440000' },
    { field: 'fields.law_place.detail', op: 'is', value: 'red' },
  ]
  const picture = await t.desk.configuration.current()
  const fields = picture.of(ticketFields)
  const { rows } = await t.desk.pool.query(
    'select *, null as customer_level, null as customer_name from tickets where id = any($1)',
    [tickets.map(({ id }) => id)],
  )
  for (const condition of conditions) {
    const resolved = resolve(condition, fields.catalogue, { now: t.now(), zone: 'Asia/Shanghai', me: {} })
    const inMemory = rows
      .filter(row => check(resolved, plainTicket({ ...row, clocks: [] }, fields)))
      .map(({ id }) => id)
    const within = (await found({ all: [condition, { field: 'subject', op: 'is', value: '退货' }] })).filter(id =>
      tickets.some(ticket => ticket.id === id),
    )
    expect(within.sort(), JSON.stringify(condition)).toEqual(inMemory.sort())
  }
})

test('an index is made where it is asked for, serves the lists, and goes again', async () => {
  const serial = await field({ kind: 'reference', to: 'other' }, { indexed: true })
  const labels = await field({ kind: 'choices', options }, { indexed: true })
  const cost = await field({ kind: 'amount' }, { indexed: true })
  expect((await settleIndexes(t.desk)).made).toHaveLength(3)
  expect(await settleIndexes(t.desk)).toEqual({ made: [], dropped: [] })
  const picture = await t.desk.configuration.current()
  const { catalogue, columns } = picture.of(ticketFields)
  const planOf = (condition: Condition) =>
    t.desk.db.connection().execute(async db => {
      await sql`set enable_seqscan = off`.execute(db)
      const where = toSql(resolve(condition, catalogue, { now: t.now(), zone: 'UTC', me: {} }), columns)
      const { rows } = await sql`explain (format json) select 1 from tickets t where ${where}`.execute(db)
      await sql`reset enable_seqscan`.execute(db)
      return JSON.stringify(rows)
    })
  const uses = async (made: Answer, op: string, value: unknown) =>
    expect(await planOf({ field: `fields.${made.key}`, op, value } as Condition)).toContain(
      `own_fields_${made.id.replaceAll('-', '')}`,
    )
  await uses(serial, 'is', 'SN1')
  await uses(serial, 'startsWith', 'SN')
  await uses(labels, 'contains', 'refund')
  await uses(cost, 'atLeast', 5)
  await t.does('field.update', { fieldId: serial.id, indexed: false })
  await t.does('field.archive', { fieldId: cost.id })
  expect((await settleIndexes(t.desk)).dropped).toHaveLength(2)
})

test('texts from before they were kept folded are folded', async () => {
  const { id } = await open({ orderNo: 'OLD-77' })
  await t.desk.pool.query('update tickets set fields_folded = null where id = $1', [id])
  expect(await found({ field: 'fields.orderNo', op: 'is', value: 'old-77' })).toEqual([])
  expect(await refold(t.desk)).toBe(1)
  expect(await found({ field: 'fields.orderNo', op: 'is', value: 'old-77' })).toEqual([id])
})
