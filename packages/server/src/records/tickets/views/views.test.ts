import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../../test/desk.ts'
import type { Caller } from '../../../kernel/caller.ts'
import { grantsOf } from '../../../kernel/grants.ts'

let t: TestDesk
let afterSales: string
let finance: string
let fang: Caller
let min: Caller
let chief: Caller
beforeAll(async () => {
  t = await testDesk({ following: false })
  afterSales = (await t.does('department.create', { name: '售后部' })).id
  finance = (await t.does('department.create', { name: '财务部' })).id
  await t.does('settings.update', { defaultDepartmentId: afterSales })
  const caller = async (employeeNo: string, departmentId: string, more: Record<string, true> = {}): Promise<Caller> => {
    const { id } = await t.does('agent.create', { employeeNo, name: employeeNo, departmentIds: [departmentId] })
    const grants = grantsOf([
      {
        grants: { 'ticket.list': true, 'ticket.get': true, 'ticket.search': true, 'ticket.groups': true, ...more },
        fields: {},
      },
    ])
    return {
      ...t.system,
      actor: { kind: 'person', id, name: employeeNo },
      grants,
      me: { id, departments: [departmentId], managed: [] },
    }
  }
  fang = await caller('V001', afterSales)
  min = await caller('V002', finance)
  chief = await caller('V003', finance, { 'view.publish': true })
  await t.does('field.create', { key: 'cost', name: '成本', spec: { kind: 'amount' } })
  await t.does('field.create', {
    key: 'stage',
    name: '阶段',
    spec: {
      kind: 'choice',
      options: [
        { key: 'late', name: '后期' },
        { key: 'early', name: '前期', nameEn: 'Early' },
      ],
    },
  })
  const open = (subject: string, fields: Record<string, unknown>, more = {}) =>
    t.does('ticket.open', { subject, fields, ...more })
  await open('甲', { cost: 3, stage: 'early' })
  await open('乙', { cost: 10.5, stage: 'late' }, { urgency: 'urgent', departmentId: finance })
  await open('丙', { stage: 'early' })
  await open('丁', { cost: -2 }, { urgency: 'critical' })
})
afterAll(() => t.close())

const wrong = (promise: Promise<unknown>, path: string, code: string) =>
  expect(promise).rejects.toMatchObject({ status: 422, fields: [expect.objectContaining({ path, code })] })
const names = async (caller: Caller): Promise<string[]> =>
  (await t.asks('view.list', {}, caller)).items.filter(({ key }: Answer) => !key).map(({ name }: Answer) => name)
const subjects = async (input: object, caller?: Caller): Promise<string[]> =>
  (await t.asks('ticket.list', input, caller)).items.map(({ subject }: Answer) => subject)

test('one’s own is one’s own, until it is published for a department or for everybody', async () => {
  const view = await t.does(
    'view.create',
    { name: '紧急的', where: { field: 'urgency', op: 'isNot', value: 'normal' } },
    chief,
  )
  expect(view).toMatchObject({
    own: true,
    audience: 'me',
    section: 'private',
    allowed: ['view.update', 'view.archive', 'view.publish'],
  })
  expect(await names(chief)).toEqual(['紧急的'])
  expect(await names(min)).toEqual([])
  await expect(t.asks('ticket.list', { view: view.id }, min)).rejects.toMatchObject({ status: 404 })

  const published = await t.does(
    'view.publish',
    { viewId: view.id, audience: 'departments', departmentIds: [finance] },
    chief,
  )
  expect(published).toMatchObject({ section: 'department', departmentIds: [finance], owner: { name: 'V003' } })
  expect(await names(min)).toEqual(['紧急的'])
  expect(await names(fang)).toEqual([])
  expect(await subjects({ view: view.id }, min)).toEqual(['丁', '乙'])

  await t.does('view.publish', { viewId: view.id, audience: 'everyone' }, chief)
  expect(await names(fang)).toEqual(['紧急的'])
  await expect(t.does('view.update', { viewId: view.id, name: 'x' }, fang)).rejects.toMatchObject({ status: 403 })
  await expect(t.does('view.archive', { viewId: view.id }, fang)).rejects.toMatchObject({ status: 403 })
  await expect(t.does('view.publish', { viewId: view.id, audience: 'me' }, fang)).rejects.toMatchObject({ status: 403 })
  await expect(t.does('view.create', { name: '大家的', audience: 'everyone' }, fang)).rejects.toMatchObject({
    status: 403,
  })

  await t.does('view.archive', { viewId: view.id }, chief)
  expect(await names(fang)).toEqual([])
  expect(
    (await t.asks('view.list', { archived: true }, chief)).items.filter(({ archived }: Answer) => archived),
  ).toMatchObject([{ id: view.id }])
  await t.does('view.restore', { viewId: view.id }, chief)
  expect(await names(fang)).toEqual(['紧急的'])
})

test('is changed, and stands where it is put among the others of its audience', async () => {
  const made = []
  for (const name of ['一', '二', '三']) made.push(await t.does('view.create', { name }, min))
  await t.does('view.update', { viewId: made[2].id, position: 1 }, min)
  expect((await names(min)).filter(name => ['一', '二', '三'].includes(name))).toEqual(['三', '一', '二'])
  const changed = await t.does(
    'view.update',
    {
      viewId: made[0].id,
      name: '成本',
      columns: ['number', 'fields.cost', 'assigneeId'],
      order: [{ field: 'fields.cost', direction: 'desc' }],
      groupBy: 'fields.stage',
      layout: 'board',
      version: 2,
    },
    min,
  )
  expect(changed).toMatchObject({
    columns: ['number', 'fields.cost', 'assigneeId'],
    layout: 'board',
    groupBy: 'fields.stage',
  })
  await expect(t.does('view.update', { viewId: made[0].id, name: 'x', version: 1 }, min)).rejects.toMatchObject({
    status: 409,
  })
  await expect(t.does('view.update', { viewId: made[0].id, name: 'x' }, fang)).rejects.toMatchObject({ status: 404 })
})

describe('is ordered by', () => {
  test.each<[string, 'asc' | 'desc', string[]]>([
    ['fields.cost', 'asc', ['丁', '甲', '乙', '丙']],
    ['fields.cost', 'desc', ['乙', '甲', '丁', '丙']],
    // In the order of the options, not of their keys.
    ['fields.stage', 'asc', ['乙', '甲', '丙', '丁']],
    ['fields.stage', 'desc', ['丙', '甲', '乙', '丁']],
    ['subject', 'asc', ['丁', '丙', '乙', '甲']],
    ['urgency', 'asc', ['丁', '乙', '甲', '丙']],
    ['messageCount', 'asc', ['甲', '乙', '丙', '丁']],
  ])('%s, %s, page by page', async (field, direction, expected) => {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await t.asks('ticket.list', { order: [{ field, direction }], limit: 1, ...(cursor && { cursor }) })
      found.push(...page.items.map(({ subject }: Answer) => subject))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(found).toEqual(expected)
    await wrong(t.asks('ticket.list', { order: [{ field, direction }], cursor: 'bm9uc2Vuc2U' }), 'cursor', 'format')
  })
})

test('a list shows of the own fields what it is asked for', async () => {
  const fields = async (input: object) =>
    (await t.asks('ticket.list', { ...input, where: { field: 'subject', op: 'is', value: '甲' } })).items[0].fields
  expect(await fields({})).toEqual({ cost: 3, stage: 'early' })
  expect(await fields({ columns: [] })).toEqual({})
  expect(await fields({ columns: ['fields.cost', 'number'] })).toEqual({ cost: 3 })
})

test('falls into groups, each with its tickets', async () => {
  const by = async (field: string, caller?: Caller) =>
    (await t.asks('ticket.groups', { by: field }, caller)).groups.map(({ name, count }: Answer) => [name, count])
  expect(await by('fields.stage')).toEqual([
    ['后期', 1],
    ['前期', 2],
    ['', 1],
  ])
  expect(await by('urgency')).toEqual([
    ['一般', 2],
    ['紧急', 1],
    ['特急', 1],
  ])
  expect(await by('departmentId')).toEqual([
    ['财务部', 1],
    ['售后部', 3],
    ['', 0],
  ])
  expect(await by('open')).toEqual([
    ['是', 4],
    ['否', 0],
  ])
  const { groups } = await t.asks('ticket.groups', {
    by: 'fields.stage',
    where: { field: 'urgency', op: 'is', value: 'normal' },
  })
  expect(groups.map(({ count }: Answer) => count)).toEqual([0, 2, 0])
  expect(await subjects({ where: groups[1].where })).toEqual(['丙', '甲'])
  const all = await Promise.all(groups.map(({ where }: Answer) => subjects({ where })))
  expect(all.flat().sort()).toEqual(['丁', '丙', '乙', '甲'])
  await wrong(t.asks('ticket.groups', { by: 'subject' }), 'by', 'view.group')
})

test('what a view asks, orders by or shows is never a withheld field', async () => {
  const shown = { name: '按成本', columns: ['fields.cost'] }
  const view = await t.does('view.create', { ...shown, audience: 'everyone' }, chief)
  const asked = await t.does(
    'view.create',
    { name: '贵的', where: { field: 'fields.cost', op: 'moreThan', value: 5 }, audience: 'everyone' },
    chief,
  )
  const limited: Caller = {
    ...fang,
    grants: grantsOf([
      {
        grants: { 'ticket.list': true, 'ticket.groups': true },
        fields: { 'fields.cost': 'hidden', 'fields.stage': 'hidden' },
      },
    ]),
  }
  expect(await names(fang)).toEqual(expect.arrayContaining(['按成本', '贵的']))
  expect(await names(limited)).not.toEqual(expect.arrayContaining(['按成本']))
  for (const { id } of [view, asked])
    await expect(t.asks('ticket.list', { view: id }, limited)).rejects.toMatchObject({ status: 404 })
  await wrong(t.does('view.create', shown, limited), 'columns.0', 'unknown_field')
  await wrong(t.asks('ticket.list', { order: [{ field: 'fields.cost' }] }, limited), 'order.0.field', 'order.field')
  await wrong(t.asks('ticket.groups', { by: 'fields.stage' }, limited), 'by', 'view.group')
})

test('what cannot be is refused by name', async () => {
  const create = (more: object) => t.does('view.create', { name: 'x', ...more } as never, chief)
  await wrong(create({ columns: ['nobody'] }), 'columns.0', 'unknown_field')
  await wrong(create({ columns: ['number', 'number'] }), 'columns', 'view.columnTwice')
  await wrong(create({ order: [{ field: 'tags', direction: 'asc' }] }), 'order.0.field', 'order.field')
  await wrong(create({ groupBy: 'subject' }), 'groupBy', 'view.group')
  await wrong(create({ layout: 'board' }), 'groupBy', 'required')
  await wrong(create({ where: { field: 'nobody', op: 'is', value: 1 } }), 'where.field', 'condition.field')
  await wrong(create({ audience: 'departments' }), 'departmentIds', 'required')
  await wrong(create({ audience: 'departments', departmentIds: [fang.me.id] }), 'departmentIds.0', 'unknown_id')
  const [shipped] = (await t.asks('view.list', {}, chief)).items
  await expect(t.does('view.update', { viewId: shipped.id, name: 'x' }, chief)).rejects.toMatchObject({
    code: 'view.shipped',
  })
})
