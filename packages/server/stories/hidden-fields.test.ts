import { text } from 'node:stream/consumers'
import { exportColumns } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '../src/kernel/caller.ts'
import { textOf } from '../src/records/notifications/index.ts'
import { ticketFields, ticketFile } from '../src/records/tickets/index.ts'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'

let t: TestDesk
let ticket: Answer
let customer: Answer
let ids: Record<string, string>
beforeAll(async () => {
  t = await testDesk()
  await t.does('requestType.create', { key: 'rare_type', nameZh: '罕见诉求', nameEn: 'Rare request' })
  const departmentId = (await t.does('department.create', { name: '独立部', dispatch: 'claim' })).id
  const other = (await t.does('department.create', { name: '前一部', dispatch: 'claim' })).id
  const assigneeId = (await t.does('agent.create', { employeeNo: 'Z9', name: '诸葛独', departmentIds: [departmentId] }))
    .id
  const categoryId = (await t.does('category.create', { name: '稀有类目' })).id
  await t.does('field.create', { key: 'secret', name: '暗号', spec: { kind: 'text' } })
  await t.does('field.create', {
    key: 'shop',
    name: '门店',
    spec: { kind: 'choice', options: [{ key: 'sixth', name: '第六店' }] },
  })
  customer = await t.does('customer.create', {
    name: '欧阳独',
    phones: ['13800138066'],
    emails: ['ouyang@only.example'],
    externalId: 'EXT-ONLY-7',
    level: 'DIAMOND',
    company: '独角公司',
  })
  ticket = await t.does('ticket.open', {
    subject: '灯不亮',
    departmentId: other,
    customerId: customer.id,
    channel: 'phone',
    body: '您好',
  })
  await t.does('ticket.update', {
    ticketId: ticket.id,
    category: '稀有类目',
    requestType: 'rare_type',
    tags: ['独特标签'],
    fields: { secret: 'OWN-77', shop: 'sixth' },
  })
  const said = { channel: 'phone', customerId: customer.id, from: '13800138066' } as const
  await t.does('ticket.receive', { ticketId: ticket.id, body: '还是不亮', ...said })
  await t.does('ticket.transfer', { ticketId: ticket.id, departmentId, assigneeId, reason: '归他管' })
  await t.drained()
  ids = { departmentId, assigneeId, categoryId }
})
afterAll(() => t.close())

const colleague = (hidden: readonly string[]): Caller => ({
  ...t.system,
  actor: { kind: 'person', id: '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff', name: '小张' },
  grants: { may: () => true, field: id => (hidden.includes(id) ? 'hidden' : undefined) },
})

/** Everything that tells of the ticket, by what it was asked with, as one text. */
async function told(caller: Caller): Promise<Record<string, string>> {
  const { id, number } = ticket
  const asked: [string, () => Promise<unknown>][] = [
    ['get', () => t.asks('ticket.get', { id }, caller)],
    ['list', () => t.asks('ticket.list', {}, caller)],
    ['history', () => t.asks('ticket.timeline', { id, limit: 100 }, caller)],
    ['hand-overs', () => t.asks('ticket.handovers', { id }, caller)],
    ['clocks', () => t.asks('ticket.clocks', { id }, caller)],
    ['search', () => t.asks('ticket.search', { text: number }, caller)],
    ['facts', () => t.asks('figures.facts', { from: '2026-11-01', to: '2026-11-30', figure: 'created' }, caller)],
    ['the customer’s history', () => t.asks('customer.timeline', { customerId: customer.id, limit: 100 }, caller)],
    ['calls', () => t.asks('call.list', {}, caller)],
    ['deliveries', () => t.asks('delivery.list', { ticketId: id }, caller)],
  ]
  const answers: Record<string, string> = {}
  for (const [name, ask] of asked) answers[name] = JSON.stringify(await ask())
  const { columns } = await t.asks('export.columns', {}, caller)
  const input = { format: 'csv', columns: columns.map(({ id: column }: Answer) => column) } as const
  answers.export = await text((await ticketFile(await t.desk.reading(caller), input as never)).bytes)
  return answers
}

/** Each field with what would give it away: words, and names of properties. */
const fields: [string, () => string[]][] = [
  [
    'customerId',
    () => [customer.id, '欧阳独', customer.number, '13800138066', 'ouyang@only', 'DIAMOND', '独角公司', '"customer":'],
  ],
  ['customer.level', () => ['DIAMOND']],
  ['categoryId', () => [String(ids.categoryId), '稀有类目']],
  ['departmentId', () => [String(ids.departmentId), '独立部', '前一部']],
  ['assigneeId', () => [String(ids.assigneeId), '诸葛独']],
  ['requestType', () => ['rare_type', '罕见诉求']],
  ['tags', () => ['独特标签']],
  ['fields.secret', () => ['OWN-77']],
  ['fields.shop', () => ['sixth', '第六店']],
  ['dueAt', () => ['"dueAt":"', '"usedSeconds":']],
]

describe('a field that is hidden is told nowhere:', () => {
  test.each(fields)('%s', async (field, marks) => {
    const open = Object.entries(await told(colleague([])))
    // Without the grant every mark is told somewhere, or this would find nothing.
    for (const mark of marks())
      expect(
        open.filter(([, answer]) => answer.includes(mark)),
        mark,
      ).not.toEqual([])
    for (const [where, answer] of Object.entries(await told(colleague([field]))))
      for (const mark of marks()) {
        // A customer's own history is asked for by who they are, and tells of no ticket then.
        if (where === 'the customer’s history' && field === 'customerId') continue
        expect(answer, `${where} tells ${mark}`).not.toContain(mark)
      }
  })

  test('whose a ticket is, by the customer either', async () => {
    const caller = colleague(['customerId'])
    const { items } = await t.asks('customer.timeline', { customerId: customer.id, limit: 100 }, caller)
    expect(items.map(({ type }: Answer) => type)).toEqual(['customer.created'])
    expect(await t.asks('customer.get', { id: customer.id }, caller)).toMatchObject({ ticketCount: 0, openCount: 0 })
  })

  test('everything that can be asked about, one by one', async () => {
    const { catalogue } = (await t.desk.reading(t.system)).picture.of(ticketFields)
    for (const field of Object.keys(catalogue)) {
      const caller = colleague([field])
      const order = [{ field: field === 'createdAt' ? 'updatedAt' : 'createdAt', direction: 'asc' as const }]
      for (const record of [
        await t.asks('ticket.get', { id: ticket.id }, caller),
        (await t.asks('ticket.list', { order }, caller)).items[0],
      ])
        expect([field, at(record, field)]).toEqual([field, undefined])
      const where = { field, op: 'isNotEmpty' }
      await expect(t.asks('ticket.list', { where } as never, caller), field).rejects.toMatchObject({ status: 422 })
      await expect(
        t.asks('ticket.list', { order: [{ field, direction: 'asc' }] } as never, caller),
        field,
      ).rejects.toMatchObject({ status: 422 })
      await expect(t.asks('ticket.groups', { by: field } as never, caller), field).rejects.toMatchObject({
        status: 422,
      })
    }
  })
})

test.each([
  ['customerId', 'customer.level'],
  ['customerId', 'customer.name'],
  ['categoryId', 'categoryId'],
])('with %s goes the column %s', async (field, column) => {
  expect(exportColumns).toContain(column)
  await expect(
    t.asks('ticket.export', { columns: [column], format: 'csv' } as never, colleague([field])),
  ).rejects.toMatchObject({ status: 422 })
})

test.each([['欧阳独'], ['EXT-ONLY-7'], ['客户:欧阳独']])('whose customer is hidden is not found by %s', async words => {
  expect((await t.asks('ticket.search', { text: words }, colleague([]))).items).toHaveLength(1)
  expect((await t.asks('ticket.search', { text: words }, colleague(['customerId']))).items).toEqual([])
})

test('nor by the customer’s level', async () => {
  const where = { field: 'customer.level', op: 'is', value: 'DIAMOND' }
  expect((await t.asks('ticket.list', { where } as never, colleague([]))).items).toHaveLength(1)
  await expect(t.asks('ticket.list', { where } as never, colleague(['customerId']))).rejects.toMatchObject({
    status: 422,
  })
})

test('who the customer is does not stand in a notification either', async () => {
  const { picture } = await t.desk.reading(t.system)
  const row = { kind: 'urged', count: 1, params: { actor: '欧阳独', actorKind: 'outside', times: 2, note: null } }
  const shown = (hidden: string[]) => textOf(row as never, picture, colleague(hidden))
  expect(shown([])).toContain('欧阳独')
  expect(shown(['customerId'])).toBe(shown([]).replace('欧阳独', '客户'))
})

const at = (record: Answer, path: string): unknown =>
  path.split('.').reduce((value, part) => (value === undefined || value === null ? undefined : value[part]), record)
