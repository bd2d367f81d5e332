import { type FigureName, type FigureSet, figureNames } from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersOnly } from '../../../test/answers-only.ts'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { grantsOf } from '../../kernel/grants.ts'
import { recount } from './index.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let t: TestDesk
let service: Answer
let tech: Answer
let repair: Answer
let wang: Caller
let zhao: Caller

/** Two departments, two people, four days in November: seven tickets whose figures can be counted by hand. */
beforeAll(async () => {
  t = await testDesk()
  await answersOnly(t)
  service = await t.does('department.create', { name: '售后部' })
  tech = await t.does('department.create', { name: '技术部' })
  const after = await t.does('category.create', { name: '售后', departmentId: service.id })
  repair = await t.does('category.create', { name: '维修', parentId: after.id, departmentId: tech.id })
  wang = await person('CS001', '王芳', service.id)
  zhao = await person('CS002', '赵强', tech.id)

  // Sunday the 22nd, 10:00 in Shanghai.
  const one = await open('一', { requester: { name: '李雷', phone: '13800138000' }, requestType: 'inquiry' })
  const two = await open('二', { category: '售后-维修', urgency: 'urgent', channel: 'form' })
  const three = await open('三', { assigneeId: wang.me.id as string })
  await t.does('ticket.claim', { ticketId: one.id }, wang)
  t.turn(30 * minute)
  await t.does('ticket.reply', { ticketId: one.id, body: '您好' }, wang)
  t.turn(30 * minute)
  await t.does('ticket.solve', { ticketId: one.id, result: '好了' }, wang)
  t.turn(5 * hour) // 16:00: the urgent one is late
  await t.sweep()
  await t.does('ticket.urge', { ticketId: two.id })
  await t.does('ticket.assign', { ticketId: two.id, assigneeId: zhao.me.id as string }, acting(wang))
  t.turn(day)
  // Monday the 23rd, 16:00.
  const four = await open('四', { category: '售后' })
  await t.does('ticket.transfer', { ticketId: three.id, departmentId: tech.id, reason: '归技术部' }, wang)
  await t.does('ticket.claim', { ticketId: three.id }, zhao)
  await t.does('ticket.reply', { ticketId: two.id, body: '正在看' }, zhao)
  await t.does('ticket.reopen', { ticketId: one.id, reason: '又坏了' }, wang)
  t.turn(day)
  // Tuesday the 24th.
  await t.does('ticket.solve', { ticketId: two.id, result: '换新' }, zhao)
  await t.does('ticket.solve', { ticketId: one.id, result: '再修' }, wang)
  await t.does('ticket.cancel', { ticketId: four.id, reason: '客户撤回' }, wang)
  await t.drained()
})
afterAll(() => t.close())

const open = (subject: string, more: object = {}) =>
  t.does('ticket.open', { subject, body: '请帮忙', departmentId: service.id, ...more })

async function person(employeeNo: string, name: string, departmentId: string): Promise<Caller> {
  const { id } = await t.does('agent.create', { employeeNo, name, departmentIds: [departmentId] })
  return acting({ ...t.system, actor: { kind: 'person', id, name }, me: { id, departments: [departmentId] } })
}
const acting = (caller: Caller): Caller => caller
const granted = (caller: Caller, grants: Record<string, true | Record<string, unknown>>, fields = {}): Caller => ({
  ...caller,
  grants: grantsOf([{ grants, fields }]),
})

const week = { from: '2026-11-22', to: '2026-11-24' }
const summary = (more: object = {}, caller?: Caller) => t.asks('figures.summary', { ...week, ...more }, caller)
const total = async (more: object = {}, caller?: Caller): Promise<FigureSet> => (await summary(more, caller)).total

describe('a few days', () => {
  test('in all figures', async () => {
    expect(await total()).toMatchObject({
      created: 4,
      solved: 3,
      closed: 0,
      ended: 1,
      backlog: 1,
      firstResponse: { count: 2, median: (1800 + 30 * 3600) / 2, average: (1800 + 30 * 3600) / 2 },
      // 一: an hour, then a day after reopening; 二: from the reply on Monday.
      handling: { count: 3, median: 86_400, average: (3600 + 86_400 + 86_400) / 3 },
      // The urgent one after four hours, two of the normal ones after a day.
      overdue: { n: 3, of: 4 },
      promises: { response: { kept: 1, breached: 3, overdue: { n: 3, of: 4 } }, resolution: { kept: 0, breached: 0 } },
      manual: { n: 1, of: 3 },
      claimed: 1,
      automatic: 1,
      satisfaction: { average: null, satisfied: { n: 0, of: 0 }, scores: [0, 0, 0, 0, 0] },
      reopened: { n: 1, of: 2 },
      reopenings: 1,
      transferred: 1,
      returned: 0,
      urged: { n: 1, of: 4 },
      urges: 1,
    })
  })

  test('day by day, with the backlog at each day’s end', async () => {
    const { buckets } = await t.asks('figures.series', week)
    expect(
      buckets.map(({ from, figures }: Answer) => [from, figures.created, figures.solved, figures.backlog]),
    ).toEqual([
      ['2026-11-22', 3, 1, 2],
      ['2026-11-23', 1, 0, 4],
      ['2026-11-24', 0, 2, 1],
    ])
    const months = await t.asks('figures.series', { from: '2026-10-15', to: '2026-11-24', unit: 'month' })
    expect(months.buckets.map(({ from, to, figures }: Answer) => [from, to, figures.created, figures.backlog])).toEqual(
      [
        ['2026-10-15', '2026-10-31', 0, 0],
        ['2026-11-01', '2026-11-24', 4, 1],
      ],
    )
  })

  test('each day’s backlog is the same asked alone', async () => {
    for (const [to, backlog] of [
      ['2026-11-21', 0],
      ['2026-11-22', 2],
      ['2026-11-23', 4],
      ['2026-11-24', 1],
      ['2026-12-24', 1],
    ] as const)
      expect((await total({ from: '2026-11-01', to })).backlog, to).toBe(backlog)
  })

  test('by department: each fact is where it happened, whoever has the ticket now', async () => {
    const { groups } = await summary({ by: 'department' })
    expect(groups.map(({ name, figures }: Answer) => [name, figures.created, figures.solved, figures.backlog])).toEqual(
      [
        ['售后部', 4, 2, 0],
        ['技术部', 0, 1, 1],
      ],
    )
  })

  test('by customer: those who raised most, and only they', async () => {
    const { groups, total: all, compare } = await summary({ by: 'customer', compare: 'previous' })
    expect(groups.map(({ name, figures }: Answer) => [name, figures.created, figures.solved])).toEqual([
      [expect.stringMatching(/^李雷 /), 1, 2],
    ])
    expect([all.created, compare.from]).toEqual([4, '2026-11-19'])
    expect(await summary({ by: 'customer' }, granted(wang, { 'figures.summary': true }))).toMatchObject({
      groups: [{ name: groups[0].key, figures: { created: 1 } }],
    })
  })

  test.each([
    ['person', ['未分派', '王芳', '赵强']],
    ['category', ['未分类', '售后-维修', '售后']],
    ['channel', ['接口', '网页表单']],
    ['requestType', ['未选类型', '咨询']],
    ['urgency', ['一般', '紧急']],
  ] as const)('by %s', async (by, names) => {
    const { groups } = await summary({ by })
    expect(new Set(groups.map((group: Answer) => group.name))).toEqual(new Set(names))
  })

  test('compared with the days before', async () => {
    const answer = await summary({ from: '2026-11-23', to: '2026-11-23', compare: 'previous', by: 'channel' })
    expect(answer).toMatchObject({
      compare: { from: '2026-11-22', to: '2026-11-22' },
      total: { created: 1 },
      previous: { created: 3, backlog: 2 },
    })
    expect(answer.groups.find((group: Answer) => group.key === 'form')).toMatchObject({
      figures: { created: 0 },
      previous: { created: 1 },
    })
  })

  test('of a category and all beneath it, of a person, of a customer', async () => {
    const after = (await t.asks('category.list', {})).items.find((category: Answer) => category.path === '售后')
    const where = (field: string, op: string, value: unknown) => ({ where: { field, op, value } })
    expect((await total(where('categoryIds', 'contains', after.id))).created).toBe(2)
    expect((await total(where('categoryId', 'is', repair.id))).created).toBe(1)
    expect((await total(where('assigneeId', 'is', zhao.me.id))).solved).toBe(1)
    const [customer] = (await t.asks('customer.find', { text: '李雷' })).items
    expect(await total(where('customerId', 'is', customer.id))).toMatchObject({ created: 1, solved: 2, backlog: 0 })
  })
})

const sum = ({ promises }: FigureSet, of: 'kept' | 'breached' | 'warned' | 'extended'): number =>
  Object.values(promises).reduce((n, each) => n + each[of], 0)

/** Where each number stands in a set; what is not there is a part of another. */
const numbers: Partial<Record<FigureName, (set: FigureSet) => number>> = {
  created: set => set.created,
  solved: set => set.solved,
  closed: set => set.closed,
  ended: set => set.ended,
  backlog: set => set.backlog,
  firstResponse: set => set.firstResponse.count,
  handling: set => set.handling.count,
  kept: set => sum(set, 'kept'),
  breached: set => sum(set, 'breached'),
  overdue: set => set.overdue.n,
  warned: set => sum(set, 'warned'),
  extended: set => sum(set, 'extended'),
  extendedTickets: set => set.extended.n,
  assigned: set => set.manual.of,
  manual: set => set.manual.n,
  claimed: set => set.claimed,
  automatic: set => set.automatic,
  rated: set => set.satisfaction.answered.n,
  satisfied: set => set.satisfaction.satisfied.n,
  dissatisfied: set => (set.satisfaction.scores[0] ?? 0) + (set.satisfaction.scores[1] ?? 0),
  reopened: set => set.reopenings,
  reopenedTickets: set => set.reopened.n,
  followedUp: set => set.followedUp,
  transferred: set => set.transferred,
  returned: set => set.returned,
  urged: set => set.urges,
  urgedTickets: set => set.urged.n,
}

describe('a number opens what it counted', () => {
  test.each(figureNames.filter(figure => numbers[figure]))('%s', async figure => {
    const expected = numbers[figure]?.(await total())
    const facts: Answer[] = []
    let cursor: string | undefined
    do {
      const page = await t.asks('figures.facts', { ...week, figure, limit: 1, ...(cursor && { cursor }) })
      facts.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(facts).toHaveLength(expected ?? -1)
    expect(new Set(facts.map(fact => fact.id)).size).toBe(facts.length)
    for (const fact of facts) expect(fact.ticket.number).toMatch(/^G202611/)
  })

  test('with what is told of each', async () => {
    const { items } = await t.asks('figures.facts', { ...week, figure: 'handling' })
    expect(items.map((fact: Answer) => [fact.kind, fact.seconds, fact.assignee, fact.ticket.subject])).toEqual(
      expect.arrayContaining([
        ['solved', 3600, '王芳', '一'],
        ['solved', 86_400, '赵强', '二'],
      ]),
    )
    const late = await t.asks('figures.facts', { ...week, figure: 'overdue' })
    expect(late.items.map((fact: Answer) => [fact.at, fact.word])).toContainEqual([
      '2026-11-22T06:00:00.000Z',
      'response',
    ])
  })
})

describe('who may see them', () => {
  const ofMine = { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
  test('without the right: nobody', async () => {
    const stranger = granted(wang, { 'ticket.list': true })
    for (const name of ['figures.summary', 'figures.series'] as const)
      await expect(t.asks(name, week, stranger)).rejects.toMatchObject({ status: 403 })
    await expect(t.asks('figures.facts', { ...week, figure: 'created' }, stranger)).rejects.toMatchObject({
      status: 403,
    })
  })

  test('of the own departments only, whatever is asked', async () => {
    const head = granted(zhao, {
      'figures.summary': ofMine,
      'figures.series': ofMine,
      'figures.facts': ofMine,
      'ticket.list': true,
    })
    expect(await total({}, head)).toMatchObject({ created: 0, solved: 1, backlog: 1, transferred: 1 })
    expect(await total({ where: { field: 'departmentId', op: 'is', value: service.id } }, head)).toMatchObject({
      solved: 0,
    })
    const { groups } = await summary({ by: 'department' }, head)
    expect(groups.map((group: Answer) => group.name)).toEqual(['技术部'])
    const { buckets } = await t.asks('figures.series', week, head)
    expect(buckets.map(({ figures }: Answer) => figures.backlog)).toEqual([1, 2, 1])
    const { items } = await t.asks('figures.facts', { ...week, figure: 'solved' }, head)
    expect(items.map((fact: Answer) => fact.ticket.subject)).toEqual(['二'])
  })

  test('a ticket that one may not list is counted and not named', async () => {
    const blind = granted(wang, {
      'figures.facts': true,
      'ticket.list': { field: 'assigneeId', op: 'is', value: '$me' },
    })
    const { items } = await t.asks('figures.facts', { ...week, figure: 'created' }, blind)
    expect(items.map((fact: Answer) => fact.ticket?.subject ?? null).sort()).toEqual([null, null, null, '一'].sort())
  })

  test('a hidden field is neither asked about, nor told apart by, nor told', async () => {
    const half = granted(
      wang,
      { 'figures.summary': true, 'figures.facts': true, 'ticket.list': true },
      { categoryId: 'hidden', subject: 'hidden' },
    )
    await expect(summary({ by: 'category' }, half)).rejects.toMatchObject({ status: 422 })
    for (const field of ['categoryId', 'categoryIds'])
      await expect(
        summary({ where: { field, op: field === 'categoryId' ? 'is' : 'contains', value: repair.id } }, half),
      ).rejects.toMatchObject({ status: 422 })
    const { items } = await t.asks('figures.facts', { ...week, figure: 'created' }, half)
    for (const fact of items) expect(fact).toMatchObject({ category: null, ticket: { subject: null } })
  })
})

describe('what makes no sense', () => {
  test.each([
    ['to', { from: '2026-11-24', to: '2026-11-22' }],
    ['to', { from: '1990-01-01', to: '2026-11-22' }],
    ['from', { from: '2026-02-30', to: '2026-03-01' }],
    ['by', { ...week, by: 'weather' }],
    ['where.field', { ...week, where: { field: 'subject', op: 'is', value: 'x' } }],
    ['compare', { ...week, compare: 'next' }],
  ])('%s', async (path, input) => {
    await expect(t.asks('figures.summary', input as never)).rejects.toMatchObject({ status: 422, fields: [{ path }] })
  })
})

describe('kept', () => {
  test('what the log says', async () => {
    expect(await recount(t.desk)).toMatchObject({ tickets: 4, differing: 0 })
  })

  test('through masking: facts hold ids only', async () => {
    const { rows } = await sql<{ column_name: string; data_type: string }>`
      select column_name, data_type from information_schema.columns where table_name = 'facts' and data_type = 'text'`.execute(
      t.desk.db,
    )
    expect(rows.map(row => row.column_name).sort()).toEqual(['kind', 'word'])
  })

  test('and put right where somebody has spoilt them', async () => {
    await sql`delete from facts where kind = 'created'`.execute(t.desk.db)
    await sql`update facts set value = 1 where kind = 'solved' and nth = 2`.execute(t.desk.db)
    expect(await recount(t.desk, {}, 2)).toMatchObject({ differing: 4, mended: 0 })
    expect(await recount(t.desk, { mend: true }, 2)).toMatchObject({ differing: 4, mended: 4 })
    expect(await recount(t.desk)).toMatchObject({ differing: 0 })
    expect(await total()).toMatchObject({ created: 4, handling: { median: 86_400 } })
  })
})
