import { type FigureDimension, type FigureSet, type SlaTarget, slaTargets } from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { recount } from './index.ts'

const minute = 60_000
const hour = 60 * minute

let t: TestDesk
let department: Answer
let strict: Answer
let wang: Caller

/** Two policies and one afternoon: what was kept, missed, warned of, extended and dropped can be counted by hand. */
beforeAll(async () => {
  t = await testDesk()
  department = await t.does('department.create', { name: '售后部', dispatch: 'claim' })
  const { id } = await t.does('agent.create', { employeeNo: 'CS001', name: '王芳', departmentIds: [department.id] })
  wang = { ...t.system, actor: { kind: 'person', id, name: '王芳' }, me: { id, departments: [department.id] } }
  const each = (minutes: number) => ({ normal: minutes * 60, urgent: minutes * 60, critical: minutes * 60 })
  const promised = (target: SlaTarget, minutes: number) => ({ target, calendarId: null, seconds: each(minutes) })
  strict = await t.does('slaPolicy.create', {
    name: '严格',
    where: { field: 'tags', op: 'contains', value: '严格' },
    targets: [
      promised('response', 60),
      promised('nextResponse', 60),
      promised('acknowledge', 30),
      promised('resolution', 240),
    ],
  })
  await t.does('slaPolicy.update', { slaPolicyId: strict.id, position: 1 })

  // 10:00
  const all = { tags: ['严格'] }
  const one = await open('一', all)
  await open('二', { ...all, channel: 'form' })
  const [plain, dropped] = [await open('三'), await open('四')]
  await t.does('ticket.claim', { ticketId: one.id }, wang)
  t.turn(50 * minute) // 10:50: answered after the yellow card, before the red one
  await t.sweep()
  await t.does('ticket.reply', { ticketId: one.id, body: '您好' }, wang)
  await t.does('ticket.reply', { ticketId: plain.id, body: '您好' }, wang)
  await t.does('ticket.receive', { ticketId: one.id, body: '还在响', channel: 'email' })
  t.turn(2 * hour) // 12:50: 一 waits for its next answer too long, 二 for everything but its solution
  await t.sweep()
  await t.does('ticket.reply', { ticketId: one.id, body: '请稍候' }, wang)
  for (const seconds of [1800, 3600]) {
    await t.does('ticket.requestExtension', { ticketId: one.id, seconds, reason: '等配件' }, wang)
    await t.does('ticket.grantExtension', { ticketId: one.id })
  }
  t.turn(2.5 * hour) // 15:20: 一 is solved in the time that was granted
  await t.does('ticket.solve', { ticketId: one.id, result: '好了' }, wang)
  await t.does('ticket.cancel', { ticketId: dropped.id, reason: '客户撤回' }, wang)
  await t.sweep()
  await t.drained()
})
afterAll(() => t.close())

const open = (subject: string, more: object = {}): Promise<Answer> =>
  t.does('ticket.open', { subject, body: '请帮忙', departmentId: department.id, ...more })

const day = { from: '2026-11-22', to: '2026-11-22' }
const summary = (more: object = {}): Promise<Answer> => t.asks('figures.summary', { ...day, ...more })
const is = (field: string, value: unknown) => (value === null ? { field, op: 'isEmpty' } : { field, op: 'is', value })
const opened = async (figure: string, ...parts: object[]): Promise<Answer[]> =>
  (await t.asks('figures.facts', { ...day, figure: figure as 'kept', limit: 200, where: { all: parts } })).items

test('each target by itself, and the tickets behind them', async () => {
  const { total } = await summary()
  const counts = ({ kept, breached, warned, extended, overdue }: FigureSet['promises']['response']) =>
    [kept, breached, warned, extended, overdue.n, overdue.of].join(' ')
  expect(slaTargets.map(target => [target, counts(total.promises[target])])).toEqual([
    // 一 and 三 were answered in time.
    ['response', '2 1 2 0 1 3'],
    ['nextResponse', '0 1 1 0 1 1'],
    ['acknowledge', '1 1 1 0 1 2'],
    ['resolution', '1 1 2 2 1 2'],
    ['progress', '0 0 0 0 0 0'],
  ])
  expect(total.overdue).toEqual({ n: 2, of: 3 })
  expect(total.extended).toEqual({ n: 1, of: 3 })
})

describe('numbers say what opens', () => {
  const kinds = ['kept', 'breached', 'warned', 'extended'] as const

  test.each(slaTargets)('of the target %s', async target => {
    const { total } = await summary()
    for (const kind of kinds)
      expect(await opened(kind, is('target', target)), kind).toHaveLength(total.promises[target][kind])
    expect(await opened('overdue', is('target', target))).toHaveLength(total.promises[target].overdue.n)
    expect((await summary({ where: is('target', target) })).total.overdue).toEqual(total.promises[target].overdue)
  })

  const fields: readonly [FigureDimension, string][] = [
    ['department', 'departmentId'],
    ['person', 'assigneeId'],
    ['category', 'categoryId'],
    ['channel', 'channel'],
    ['requestType', 'requestType'],
    ['urgency', 'urgency'],
    ['policy', 'policyId'],
  ]
  test.each(fields)('apart by %s', async (by, field) => {
    const { groups, total } = await summary({ by })
    for (const { key, figures } of groups) {
      for (const target of slaTargets)
        for (const kind of kinds)
          expect(await opened(kind, is('target', target), is(field, key)), `${key} ${target} ${kind}`).toHaveLength(
            figures.promises[target][kind],
          )
      expect(await opened('overdue', is(field, key))).toHaveLength(figures.overdue.n)
      expect(await opened('extendedTickets', is(field, key))).toHaveLength(figures.extended.n)
    }
    for (const target of slaTargets)
      for (const kind of kinds)
        expect(groups.reduce((n: number, { figures }: Answer) => n + figures.promises[target][kind], 0)).toBe(
          total.promises[target][kind],
        )
  })

  test('over time', async () => {
    const { buckets } = await t.asks('figures.series', { from: '2026-11-21', to: '2026-11-22' })
    const { total } = await summary()
    expect(buckets.map(({ figures }: Answer) => [figures.promises, figures.overdue])).toEqual([
      [expect.objectContaining({ response: { ...total.promises.progress } }), { n: 0, of: 0 }],
      [total.promises, total.overdue],
    ])
  })

  test('a number of tickets opens each of them once, page by page', async () => {
    const subjects: string[] = []
    let cursor: string | null = null
    do {
      const page: Answer = await t.asks('figures.facts', {
        ...day,
        figure: 'overdue',
        limit: 1,
        ...(cursor && { cursor }),
      })
      subjects.push(...page.items.map((fact: Answer) => fact.ticket.subject))
      cursor = page.nextCursor
    } while (cursor)
    expect(subjects.sort()).toEqual(['一', '二'])
    expect(await opened('extendedTickets')).toHaveLength(1)
    expect(await opened('extended')).toHaveLength(2)
  })
})

describe('by policy', () => {
  test('only what is promised, by its name', async () => {
    const { groups } = await summary({ by: 'policy' })
    expect(groups.map(({ name, figures }: Answer) => [name, figures.created, figures.overdue])).toEqual([
      ['严格', 0, { n: 2, of: 2 }],
      ['标准响应', 0, { n: 0, of: 1 }],
    ])
  })

  test('each fact knows its own, and the target', async () => {
    const [fact] = await opened('kept', is('policyId', strict.id), is('target', 'resolution'))
    expect(fact).toMatchObject({ policy: '严格', policyId: strict.id, word: 'resolution', seconds: 5 * 3600 + 1200 })
    const granted = await opened('extended', is('policyId', strict.id))
    expect(granted.map(({ seconds }) => seconds).sort()).toEqual([1800, 3600])
  })

  test('their names are told to whoever narrows by them', async () => {
    const { items } = await t.asks('figures.policies', {})
    expect(items.map(({ name, inForce }: Answer) => [name, inForce])).toEqual([
      ['严格', true],
      ['标准响应', true],
      ['两小时处理', false],
    ])
  })
})

describe('kept', () => {
  test('what the log says', async () => {
    expect(await recount(t.desk)).toMatchObject({ tickets: 4, differing: 0 })
  })

  test('combinations stay few: only promises know their policy', async () => {
    const { rows } = await sql<{ kind: string }>`
      select distinct f.kind from facts f join figure_dimensions d on d.id = f.dimension_id
      where d.policy_id is not null order by 1`.execute(t.desk.db)
    expect(rows.map(({ kind }) => kind)).toEqual(['breached', 'extended', 'kept', 'warned'])
  })
})
