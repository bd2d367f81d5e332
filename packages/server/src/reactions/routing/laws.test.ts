import type { Urgency } from '@baton/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { type Following, startFollowing } from '../../kernel/log/start.ts'
import { Problem } from '../../kernel/problems.ts'
import { shippedRoles } from '../../records/people/index.ts'

/**
 * The laws of dispatch, at any interleaving of whatever people do at the same time, with two processes that follow the
 * log: nobody is automatically given more than the capacity, nor when not ready, nor without the skill; and when all is
 * quiet, nothing waits that somebody could take.
 */
let t: TestDesk
let second: Following
const departments: string[] = []
const agents: { id: string; skills: string[]; caller: Caller }[] = []
const skillful = ['退款']

beforeAll(async () => {
  t = await testDesk()
  second = await startFollowing(
    t.desk,
    t.desk.modules.flatMap(room => room.followers ?? []),
  )
  t.desk.onCommit(() => second.wake())
  const roof = await t.does('department.create', { name: '客服中心' })
  for (const name of ['售后部', '技术部'])
    departments.push((await t.does('department.create', { name, parentId: roof.id })).id)
  departments.push((await t.does('department.create', { name: '抢单部', parentId: roof.id, dispatch: 'claim' })).id)
  await t.does('settings.update', { defaultDepartmentId: departments[0] as string })
  await t.does('category.create', { name: '退款', departmentId: departments[0] as string, skills: skillful })
  await t.does('category.create', { name: '其他', departmentId: departments[1] as string })
  const roleIds = shippedRoles.filter(({ key }) => key === 'agent').map(({ id }) => id)
  for (const [n, at] of [0, 0, 1, 1, 2].entries()) {
    const departmentIds = [departments[at] as string, ...(n === 3 ? [departments[0] as string] : [])]
    const skills = n % 2 ? skillful : []
    const { id } = await t.does('agent.create', {
      employeeNo: `CS00${n}`,
      name: `坐席${n}`,
      departmentIds,
      roleIds,
      skills,
      capacity: 3,
    })
    const me = { id, departments: departmentIds, managed: [] }
    agents.push({ id, skills, caller: { ...t.system, actor: { kind: 'person', id, name: `坐席${n}` }, me } })
  }
})
afterAll(async () => {
  await second.stop()
  await t.close()
})

const who = fc.nat({ max: 4 })
const which = fc.nat({ max: 30 })
const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      category: fc.constantFrom('退款', '其他', null),
      urgency: fc.constantFrom<Urgency>('normal', 'urgent', 'critical'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('presence' as const),
      who,
      state: fc.constantFrom('ready', 'ready', 'busy', 'break', 'offline'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('solve', 'await', 'receive', 'pause', 'resume', 'return', 'reopen', 'dispatch'),
      which,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('claim', 'assign', 'reply', 'replyAndWait'), which, who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('transfer' as const), which, to: fc.nat({ max: 2 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('urgency' as const),
      which,
      urgency: fc.constantFrom<Urgency>('normal', 'critical'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('capacity' as const), who, capacity: fc.constantFrom(0, 1, 2, 3, 5) }),
  },
)
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

test('hold at any interleaving', { timeout: 300_000 }, async () => {
  const runs = Number(process.env.DISPATCH_RUNS ?? 6)
  const bursts = fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { minLength: 6, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(bursts, async rounds => {
      for (const [n, round] of rounds.entries()) {
        t.turn(60_000)
        await Promise.all(round.map(one => act(one)))
        // Not always: followers shall also be overtaken by the next burst.
        if (n % 3 === 2) await quiet()
      }
      await quiet()
      expect(await excesses()).toEqual([])
    }),
    { numRuns: runs, endOnFailure: true },
  )
  // The laws were not kept by doing nothing.
  const { rows } = await sql<{ auto: number; told: number }>`
    select count(*) filter (where type = 'ticket.assigned' and verb = 'ticket.dispatch')::int as auto,
      count(*) filter (where type = 'ticket.undispatched')::int as told from events`.execute(t.desk.db)
  expect(rows[0]?.auto).toBeGreaterThan(0)
})

let opened: string[] = []

async function act(one: Deed): Promise<void> {
  const ticketId = 'which' in one ? opened[one.which % Math.max(1, opened.length)] : undefined
  if ('which' in one && !ticketId) return
  const id = ticketId ?? ''
  const by = agents[('who' in one && one.who) || 0] as (typeof agents)[0]
  const deeds: Record<string, () => Promise<unknown>> = {
    open: async () => {
      const { category, urgency } = one as Extract<Deed, { do: 'open' }>
      const ticket = await t.does('ticket.open', {
        subject: '事',
        body: '请处理',
        urgency,
        ...(category && { category }),
      })
      opened = [...opened, ticket.id].slice(-30)
    },
    presence: () => t.does('agent.setPresence', { agentId: by.id, state: (one as { state: 'ready' }).state }),
    capacity: () => t.does('agent.update', { agentId: by.id, capacity: (one as { capacity: number }).capacity }),
    claim: () => t.does('ticket.claim', { ticketId: id }, by.caller),
    assign: () => t.does('ticket.assign', { ticketId: id, assigneeId: by.id }),
    reply: () => t.does('ticket.reply', { ticketId: id, body: '好的' }, by.caller),
    replyAndWait: () =>
      t.does('ticket.reply', { ticketId: id, body: '请问型号？', thenStatus: 'pending_customer' }, by.caller),
    solve: () => t.does('ticket.solve', { ticketId: id, result: '完' }),
    await: () => t.does('ticket.await', { ticketId: id }),
    receive: () => t.does('ticket.receive', { ticketId: id, body: '还有', channel: 'web' }),
    pause: () => t.does('ticket.pause', { ticketId: id, reason: '等' }),
    resume: () => t.does('ticket.resume', { ticketId: id }),
    return: () => t.does('ticket.return', { ticketId: id, reason: '不是我们的' }),
    reopen: () => t.does('ticket.reopen', { ticketId: id, reason: '没好' }),
    dispatch: () => t.does('ticket.dispatch', { ticketId: id }),
    urgency: () => t.does('ticket.update', { ticketId: id, urgency: (one as { urgency: Urgency }).urgency }),
    transfer: () => {
      const departmentId = departments[(one as { to: number }).to] as string
      return t.does('ticket.transfer', { ticketId: id, departmentId, reason: '转' })
    },
  }
  await deeds[one.do]?.().catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })
}

/** When the followers have read all: nothing waits in an automatic department that somebody could take. */
async function quiet(): Promise<void> {
  await Promise.all([t.drained(), second.drained()])
  const { rows } = await sql<{ id: string }>`
    select t.id from tickets t join departments d on d.id = t.department_id
    where t.status = 'new' and t.run_state = 'running' and d.dispatch = 'auto'`.execute(t.desk.db)
  for (const { id } of rows) {
    const decision = await t.asks('ticket.candidates', { id })
    expect(decision.chosen, `${id} waits though somebody could take it`).toBeNull()
  }
}

interface Logged {
  seq: number
  type: string
  verb: string
  topic_id: string
  subject_id: string
  payload: { to?: unknown; urgency?: string; changes?: { field: string; to: unknown }[] }
}

/** Retells the log and names every automatic hand-over that broke a law when it was made. */
async function excesses(): Promise<string[]> {
  const { rows } = await sql<Logged>`
    select seq, type, verb, topic_id, subject_id, payload from events order by seq`.execute(t.desk.db)
  const decisions = await sql<{ ticket_id: string; skills: string[]; assignee: string }>`
    select ticket_id, array(select jsonb_array_elements_text(decision -> 'skills')) as skills, to_assignee_id as assignee
    from handovers where decision is not null`.execute(t.desk.db)
  const skillsOf = new Map(agents.map(({ id, skills }) => [id, skills]))
  const wrong = decisions.rows
    .filter(({ skills, assignee }) => !skills.every(skill => skillsOf.get(assignee)?.includes(skill)))
    .map(({ ticket_id }) => `${ticket_id} went to somebody without the skill`)
  const tickets = new Map<string, Record<string, unknown>>()
  const people = new Map(agents.map(({ id }) => [id, { presence: 'offline', capacity: 3 }]))
  const weights: Record<string, number> = { normal: 1, urgent: 1, critical: 2 }
  const loadOf = (id: unknown) =>
    [...tickets.values()]
      .filter(one => one.assigneeId === id && ['assigned', 'in_progress'].includes(String(one.status)))
      .filter(one => one.runState === 'running')
      .reduce((sum, one) => sum + (weights[String(one.urgency)] ?? 1), 0)
  for (const { seq, type, verb, topic_id, subject_id, payload } of rows) {
    const person = people.get(subject_id)
    if (person && type === 'agent.presenceChanged') person.presence = String(payload.to)
    if (person && type === 'agent.updated')
      for (const { field, to } of payload.changes ?? []) if (field === 'capacity') person.capacity = Number(to)
    if (type === 'ticket.opened')
      tickets.set(topic_id, { status: 'new', runState: 'running', urgency: payload.urgency, ...(payload.to as object) })
    const ticket = tickets.get(topic_id)
    for (const { field, to } of payload.changes ?? []) if (ticket) ticket[field] = to
    if (type !== 'ticket.assigned' || verb !== 'ticket.dispatch') continue
    const { assigneeId } = payload.to as { assigneeId: string }
    const chosen = people.get(assigneeId)
    if (!chosen) continue
    if (chosen.presence !== 'ready') wrong.push(`${seq}: given to somebody who is ${chosen.presence}`)
    if (loadOf(assigneeId) > chosen.capacity) wrong.push(`${seq}: ${loadOf(assigneeId)} in hand of ${chosen.capacity}`)
  }
  return wrong
}
