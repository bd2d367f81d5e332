import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Caller } from '../src/kernel/caller.ts'
import { checkClocks } from '../src/reactions/clocks/replay/check.ts'
import { checkTonight } from '../src/reactions/clocks/replay/nightly.ts'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'

/** 时限可以从历史重算：无论对工单做了什么、策略和日历怎样变，按事件再算一遍，与当时算的一样。 */
vi.setConfig({ testTimeout: 240_000 })

let t: TestDesk
let departments: string[]
let policyId: string
let calendarId: string
const people: Caller[] = []
const minute = 60_000

beforeAll(async () => {
  t = await testDesk()
  departments = []
  for (const name of ['售后部', '技术部'])
    departments.push((await t.does('department.create', { name, dispatch: 'claim' })).id)
  for (const [at, name] of ['王芳', '李雷'].entries()) {
    const departmentIds = [departments[at] as string]
    const { id } = await t.does('agent.create', { employeeNo: `CS00${at}`, name, departmentIds })
    people.push({ ...t.system, actor: { kind: 'person', id, name }, me: { id, departments: departmentIds } })
  }
  calendarId = (await t.asks('calendar.list', {})).items[0].id
  const policy = await t.does('slaPolicy.create', { name: '全套', targets: targets(4) })
  policyId = policy.id
  await t.does('slaPolicy.update', { slaPolicyId: policyId, position: 1 })
})
afterAll(() => t.close())

const each = (hours: number) => ({ normal: hours * 3600, urgent: hours * 1800, critical: hours * 900 })
const targets = (hours: number) => [
  { target: 'response' as const, calendarId, seconds: each(hours) },
  { target: 'nextResponse' as const, calendarId: null, seconds: each(1) },
  { target: 'acknowledge' as const, calendarId: null, seconds: { ...each(1), critical: null } },
  {
    target: 'resolution' as const,
    calendarId,
    seconds: each(hours * 2),
    pauseIn: ['pending_customer' as const],
    lead: { seconds: 1800 },
    ladder: [{ seconds: 0, verb: 'ticket.alert', input: { to: ['managers'] } }],
  },
  { target: 'progress' as const, calendarId: null, seconds: each(3) },
]
const day = (from: string, to: string) => [{ from, to }]
const week = (to: string) => [
  day('09:00', to),
  day('09:00', to),
  day('10:00', to),
  day('09:00', to),
  day('09:00', to),
  [],
  [],
]

type Deed = (ticketId: string, by: Caller) => Promise<unknown>
const verb =
  (name: string, input: object = {}): Deed =>
  (ticketId, by) =>
    t.does(name as never, { ticketId, ...input } as never, by)

/** What may happen to a ticket, and around it. */
const deeds: Record<string, Deed> = {
  claim: verb('ticket.claim'),
  acknowledge: verb('ticket.acknowledge'),
  reply: verb('ticket.reply', { body: '您好' }),
  replyAndWait: verb('ticket.reply', { body: '请补充', thenStatus: 'pending_customer' }),
  replyAndSolve: verb('ticket.reply', { body: '好了', thenStatus: 'solved' }),
  progress: verb('ticket.progress', { body: '已联系' }),
  note: verb('ticket.note', { body: '记下' }),
  receive: verb('ticket.receive', { body: '在吗', channel: 'api' }),
  machine: verb('ticket.receive', { body: '休假中', channel: 'email', automatic: true }),
  hold: verb('ticket.hold', { reason: '等配件' }),
  await: verb('ticket.await'),
  solve: verb('ticket.solve', { result: '修好' }),
  reopen: verb('ticket.reopen', { reason: '又坏' }),
  followUp: verb('ticket.followUp', { reason: '不满意' }),
  close: verb('ticket.close'),
  cancel: verb('ticket.cancel', { reason: '撤回' }),
  pause: verb('ticket.pause', { reason: '出差' }),
  resume: verb('ticket.resume'),
  urgent: verb('ticket.update', { urgency: 'urgent' }),
  critical: verb('ticket.update', { urgency: 'critical' }),
  normal: verb('ticket.update', { urgency: 'normal' }),
  return: verb('ticket.return', { reason: '退回' }),
  called: verb('ticket.recordCall', { number: '13900001111', body: '说了' }),
  ask: verb('ticket.requestExtension', { seconds: 7200, reason: '等' }),
  grant: verb('ticket.grantExtension', { seconds: 3600 }),
  decline: verb('ticket.declineExtension', { reason: '不行' }),
  assign: (ticketId, by) => t.does('ticket.assign', { ticketId, assigneeId: String(by.me.id) }, by),
  pool: (ticketId, by) => t.does('ticket.assign', { ticketId, departmentId: departments[1] as string }, by),
  transfer: (ticketId, by) =>
    t.does('ticket.transfer', { ticketId, departmentId: departments[0] as string, reason: '转办' }, by),
  sweep: () => t.sweep(),
  longer: () => t.does('slaPolicy.update', { slaPolicyId: policyId, targets: targets(6) }),
  shorter: () => t.does('slaPolicy.update', { slaPolicyId: policyId, targets: targets(2) }),
  fewer: () => t.does('slaPolicy.update', { slaPolicyId: policyId, targets: targets(4).slice(0, 2) }),
  lateWeek: () => t.does('calendar.update', { calendarId, week: week('20:00') }),
  shortWeek: () => t.does('calendar.update', { calendarId, week: week('15:00') }),
  holiday: () => {
    const tomorrow = new Date(t.now().getTime() + 24 * 60 * minute)
    const year = tomorrow.getUTCFullYear()
    const date = tomorrow.toISOString().slice(0, 10)
    return t.does('holidays.set', { year, days: [{ date, name: '放假', kind: 'off' }] })
  },
}

const step = fc.record({
  deed: fc.constantFrom(...Object.keys(deeds)),
  by: fc.nat(1),
  minutes: fc.oneof(fc.constant(0), fc.nat(90), fc.nat(60 * 30)),
})

test('whatever happens, its history says the same of its clocks', async () => {
  const start = t.now()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 30 }), async steps => {
      const { id } = await t.does('ticket.open', {
        subject: '洗衣机',
        body: '坏了',
        departmentId: departments[0] as string,
      })
      for (const { deed, by, minutes } of steps) {
        // Two things at one moment have no order that a calendar could tell.
        t.turn(minutes * minute + 1)
        await (deeds[deed] as Deed)(id, people[by] as Caller).catch(refused)
        // What changed for everybody has reached this ticket before anything else happens to it.
        await t.drained()
      }
      const { checked, wrong } = await checkClocks(t.desk, { from: start, to: new Date(t.now().getTime() + 1) })
      expect(wrong).toEqual([])
      expect(checked).toBeGreaterThan(0)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

/** The state of things may refuse what is tried at random; anything else is a failure. */
function refused(error: { status?: number }): void {
  if (!error.status || error.status >= 500) throw error
}

const around = () => ({ from: new Date(t.now().getTime() - 1), to: new Date(t.now().getTime() + 1) })

test('a clock that was tampered with is found', async () => {
  const { id } = await t.does('ticket.open', { subject: '洗衣机', departmentId: departments[0] as string })
  await t.desk.pool.query(
    `update clocks set due_at = due_at + interval '1 hour' where ticket_id = $1 and target = 'response'`,
    [id],
  )
  const { wrong } = await checkClocks(t.desk, around())
  const [found] = wrong as Answer[]
  expect(found).toMatchObject({ ticketId: id, differences: [{ target: 'response', field: 'due_at' }] })
})

test('once a night it is looked at by whoever comes first, and shown to operators', async () => {
  expect((await t.asks('health.get', {})).clockCheck).toBeNull()
  const { id, number } = await t.does('ticket.open', { subject: '冰箱', departmentId: departments[0] as string })
  await t.desk.pool.query('update clocks set used_seconds = used_seconds + 60 where ticket_id = $1', [id])
  // The next noon in Shanghai: night is over.
  const noon =
    Math.ceil((t.now().getTime() + 20 * 60 * minute) / (24 * 60 * minute)) * 24 * 60 * minute + 4 * 60 * minute
  t.turn(noon - t.now().getTime())
  const done = await Promise.all([checkTonight(t.desk), checkTonight(t.desk)])
  expect(done.filter(Boolean)).toHaveLength(1)
  expect(await checkTonight(t.desk)).toBe(false)
  const { clockCheck } = await t.asks('health.get', {})
  expect(clockCheck).toMatchObject({ doneAt: expect.any(String), checked: expect.any(Number) })
  expect(clockCheck.wrong).toBe(clockCheck.tickets.length)
  expect(clockCheck.tickets).toContainEqual({ id, number, clocks: expect.arrayContaining(['response']) })
})
