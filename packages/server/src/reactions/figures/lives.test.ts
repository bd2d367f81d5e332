import type { FigureSet } from '@baton/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { startFollowing } from '../../kernel/log/start.ts'
import { recount } from './index.ts'

let t: TestDesk
let people: Caller[] = []
let departments: string[] = []
let paths: string[] = []

beforeAll(async () => {
  t = await testDesk({ following: false })
  for (const name of ['售后部', '技术部'])
    departments = [...departments, (await t.does('department.create', { name })).id]
  for (const [n, name] of ['王芳', '赵强', '李敏'].entries()) {
    const departmentId = departments[n % 2] as string
    const { id } = await t.does('agent.create', { employeeNo: `CS00${n}`, name, departmentIds: [departmentId] })
    people = [...people, { ...t.system, actor: { kind: 'person', id, name }, me: { id, departments: [departmentId] } }]
  }
  const root = await t.does('category.create', { name: '售后' })
  await t.does('category.create', { name: '维修', parentId: root.id })
  paths = ['售后', '售后-维修']
  const options = ['tb', 'jd', 'pdd'].map(key => ({ key, name: key }))
  await t.does('field.create', { key: 'platform', name: '平台', spec: { kind: 'choice', options }, reported: true })
  await t.does('field.create', { key: 'shipped', name: '已发货', spec: { kind: 'boolean' } })
  const promised = (target: string, hours: number) => {
    const seconds = { normal: hours * 3600, urgent: hours * 1800, critical: null }
    return { target: target as 'response', calendarId: null, seconds, pauseIn: ['on_hold' as const] }
  }
  const { id } = await t.does('slaPolicy.create', {
    name: '全部时限',
    targets: [
      promised('response', 4),
      promised('nextResponse', 2),
      promised('acknowledge', 1),
      promised('resolution', 30),
      promised('progress', 6),
    ],
  })
  await t.does('slaPolicy.update', { slaPolicyId: id, position: 1 })
})
afterAll(() => t.close())

const platforms = ['tb', 'jd', 'pdd', null]

/** What may happen to a ticket: much of it is refused in its state, and then nothing happens. */
const deeds = [
  (id: string) => ['ticket.claim', { ticketId: id }],
  (id: string) => ['ticket.acknowledge', { ticketId: id }],
  (id: string, n: number) => ['ticket.assign', { ticketId: id, assigneeId: people[n % 3]?.me.id }],
  (id: string, n: number) => ['ticket.assign', { ticketId: id, departmentId: departments[n % 2] }],
  (id: string, n: number) => ['ticket.transfer', { ticketId: id, departmentId: departments[n % 2], reason: '归口' }],
  (id: string) => ['ticket.return', { ticketId: id, reason: '不归我' }],
  (id: string) => ['ticket.reply', { ticketId: id, body: '您好' }],
  (id: string) => ['ticket.reply', { ticketId: id, body: '好了', thenStatus: 'solved' }],
  (id: string) => ['ticket.receive', { ticketId: id, body: '还没好', channel: 'email' }],
  (id: string) => ['ticket.hold', { ticketId: id, reason: '等配件' }],
  (id: string) => ['ticket.pause', { ticketId: id, reason: '停电' }],
  (id: string) => ['ticket.resume', { ticketId: id }],
  (id: string) => ['ticket.urge', { ticketId: id }],
  (id: string, n: number) => [
    'ticket.update',
    { ticketId: id, category: paths[n % 2], urgency: (['normal', 'urgent'] as const)[n % 2] },
  ],
  (id: string, n: number) => [
    'ticket.update',
    { ticketId: id, fields: { platform: platforms[n % 4], shipped: n > 2 } },
  ],
  (id: string) => ['ticket.solve', { ticketId: id, result: '好了' }],
  (id: string) => ['ticket.solve', { ticketId: id, result: '好了' }],
  (id: string) => ['ticket.followUp', { ticketId: id, reason: '不满意' }],
  (id: string) => ['ticket.reopen', { ticketId: id, reason: '又坏了' }],
  (id: string) => ['ticket.close', { ticketId: id }],
  (id: string) => ['ticket.cancel', { ticketId: id, reason: '不要了' }],
  (id: string) => ['ticket.requestExtension', { ticketId: id, seconds: 7200, reason: '等配件' }],
  (id: string) => ['ticket.grantExtension', { ticketId: id }],
] as const

const happening = fc.record({
  deed: fc.nat(deeds.length - 1),
  ticket: fc.nat(5),
  n: fc.nat(5),
  who: fc.nat(2),
  hours: fc.constantFrom(0, 0, 1, 5, 20, 50),
  /** The process that reads the log ends here, and another one goes on. */
  restart: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
})

test('whatever happens to tickets, the follower has counted what the log says, once', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 60 }), async happenings => {
      let following = await startFollowing(
        t.desk,
        t.desk.modules.flatMap(room => room.followers ?? []),
      )
      const tickets: string[] = []
      for (const { deed, ticket, n, who, hours, restart } of happenings) {
        t.turn(hours * 3_600_000)
        const id = tickets[ticket] ?? (await opened(tickets, n))
        const [verb, input] = (deeds[deed] as (typeof deeds)[number])(id, n)
        await t.does(verb as 'ticket.solve', input as never, people[who] as Caller).catch(() => undefined)
        following.wake()
        if (restart) {
          await following.stop()
          following = await startFollowing(
            t.desk,
            t.desk.modules.flatMap(room => room.followers ?? []),
          )
        }
      }
      await following.drained()
      await following.stop()
      expect(await recount(t.desk, {}, 7)).toMatchObject({ differing: 0, examples: [] })
      expect(await counted()).toEqual(await said())
    }),
    { numRuns: 12 },
  )
})

async function opened(tickets: string[], n: number): Promise<string> {
  const { id } = await t.does('ticket.open', {
    subject: '坏了',
    body: '请帮忙',
    departmentId: departments[n % 2] as string,
    ...(n % 3 === 0 && { category: paths[n % 2] as string }),
    fields: { platform: platforms[n % 4] },
  })
  tickets.push(id)
  return id
}

/** What the facts sum up to … */
async function counted(): Promise<Answer> {
  const { total } = await t.asks('figures.summary', { from: '2026-11-01', to: '2036-01-01' })
  return {
    created: total.created,
    solved: total.solved,
    closed: total.closed,
    ended: total.ended,
    responded: total.firstResponse.count,
    urges: total.urges,
    reopenings: total.reopenings,
    transferred: total.transferred,
    kept: sum(total, 'kept'),
    breached: sum(total, 'breached'),
    warned: sum(total, 'warned'),
    extended: sum(total, 'extended'),
    overdue: total.overdue.n,
    measured: total.overdue.of,
    missedAnswers: total.promises.response.overdue.n,
    assigned: total.manual.of,
    backlog: total.backlog,
    lying: await lying(),
  }
}

/** The backlog apart by an own field. */
async function lying(): Promise<Answer> {
  const { groups } = await t.asks('figures.summary', { from: '2026-11-01', to: '2036-01-01', by: 'fields.platform' })
  const counted = groups.filter((one: Answer) => one.figures.backlog > 0)
  return Object.fromEntries(counted.map((one: Answer) => [one.key ?? '', one.figures.backlog]))
}

const sum = ({ promises }: FigureSet, of: 'kept' | 'breached' | 'warned' | 'extended'): number =>
  Object.values(promises).reduce((n, each) => n + each[of], 0)

/** … and what the tickets and the log say by themselves, without any folding. */
async function said(): Promise<Answer> {
  const { rows } = await sql`
    select count(*) filter (where type = 'ticket.opened') as created, count(*) filter (where type = 'ticket.solved') as solved,
      count(*) filter (where type = 'ticket.closed') as closed,
      count(*) filter (where type in ('ticket.cancelled', 'ticket.forceEnded')) as ended,
      (select count(*) from tickets where first_response_at is not null) as responded,
      (select sum(urge_count) from tickets) as urges, (select sum(reopen_count) from tickets) as reopenings,
      count(*) filter (where type = 'ticket.transferred') as transferred,
      (select count(*) from clocks where state = 'met' and breached_at is null) as kept,
      (select count(*) from clocks where breached_at is not null) as breached,
      count(*) filter (where type = 'clock.warned') as warned,
      count(*) filter (where type = 'ticket.extensionGranted') as extended,
      (select count(distinct ticket_id) from clocks where breached_at is not null) as overdue,
      (select count(distinct ticket_id) from clocks where breached_at is not null or state = 'met') as measured,
      (select count(distinct ticket_id) from clocks where target = 'response' and breached_at is not null) as "missedAnswers",
      (select count(distinct ticket_id) from handovers where to_assignee_id is not null) as assigned,
      (select count(*) from tickets where status not in ('solved', 'closed', 'merged')) as backlog,
      (select coalesce(json_object_agg(platform, n), '{}') from (
        select coalesce(fields ->> 'platform', '') as platform, count(*) as n from tickets
        where status not in ('solved', 'closed', 'merged') group by 1
      ) lying) as lying
    from events`.execute(t.desk.db)
  return rows[0]
}
