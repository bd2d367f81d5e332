import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Caller } from '../src/kernel/caller.ts'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'

/** 时限：按策略、紧急程度和工作日历承诺，暂停、待客户时停表，改了紧急程度已走的时间照算，每一段都说得清。 */
let t: TestDesk
let wang: Caller
let department: string
const minute = 60_000
const hour = 60 * minute
const each = (seconds: number | null) => ({ normal: seconds, urgent: seconds, critical: seconds })

beforeAll(async () => {
  t = await testDesk()
  department = (await t.does('department.create', { name: '售后部', dispatch: 'claim' })).id
  const { id } = await t.does('agent.create', { employeeNo: 'CS001', name: '王芳', departmentIds: [department] })
  wang = { ...t.system, actor: { kind: 'person', id, name: '王芳' }, me: { id, departments: [department] } }
  const work = (await t.asks('calendar.list', {})).items[0].id
  const policy = await t.does('slaPolicy.create', {
    name: '全套',
    where: { field: 'tags', op: 'contains', value: '全套' },
    targets: [
      { target: 'response', calendarId: work, seconds: { normal: 4 * 3600, urgent: 2 * 3600, critical: null } },
      { target: 'nextResponse', calendarId: null, seconds: each(3600) },
      { target: 'acknowledge', calendarId: null, seconds: each(1800) },
      { target: 'resolution', calendarId: null, seconds: each(24 * 3600), pauseIn: ['pending_customer'] },
      { target: 'progress', calendarId: null, seconds: each(6 * 3600) },
    ],
  })
  await t.does('slaPolicy.update', { slaPolicyId: policy.id, position: 1 })
  const vip = await t.does('slaPolicy.create', {
    name: 'VIP',
    where: { field: 'customer.level', op: 'is', value: 'VIP' },
    targets: [{ target: 'response', calendarId: null, seconds: each(600) }],
  })
  await t.does('slaPolicy.update', { slaPolicyId: vip.id, position: 1 })
})
afterAll(() => t.close())

/** The next moment of this wall-clock time in Shanghai, days later by `days`. */
const turnTo = (iso: string) => t.turn(Date.parse(iso) - t.now().getTime())
beforeEach(() => turnTo(new Date(Math.ceil(t.now().getTime() / (7 * 24 * hour)) * 7 * 24 * hour).toISOString()))

const open = (more: object = {}): Promise<Answer> =>
  t.does('ticket.open', { subject: '洗衣机漏水', body: '请处理', departmentId: department, tags: ['全套'], ...more })
const get = (id: string): Promise<Answer> => t.asks('ticket.get', { id })
const states = ({ clocks }: Answer) => clocks.map((clock: Answer) => `${clock.target} ${clock.state}`).sort()
const clockOf = (ticket: Answer, target: string): Answer =>
  ticket.clocks.findLast((clock: Answer) => clock.target === target)
const reply = (ticketId: string, more: object = {}) => t.does('ticket.reply', { ticketId, body: '您好', ...more }, wang)

test('one ticket through all its promises', async () => {
  const ticket = await open()
  expect(states(ticket)).toEqual(['acknowledge running', 'resolution running', 'response running'])
  expect(Date.parse(ticket.dueAt)).toBe(t.now().getTime() + 30 * minute)
  t.turn(10 * minute)
  const claimed = await t.does('ticket.claim', { ticketId: ticket.id }, wang)
  expect(states(claimed)).toEqual(['acknowledge met', 'progress running', 'resolution running', 'response running'])
  expect(clockOf(claimed, 'acknowledge').usedSeconds).toBe(600)
  t.turn(hour)
  const answered = await reply(ticket.id)
  expect(states(answered)).toEqual([
    'acknowledge met',
    'progress met',
    'progress running',
    'resolution running',
    'response met',
  ])
  await t.does('ticket.receive', { ticketId: ticket.id, body: '还在吗', channel: 'api' })
  expect(clockOf(await get(ticket.id), 'nextResponse').state).toBe('running')
  t.turn(20 * minute)
  await reply(ticket.id, { thenStatus: 'pending_customer' })
  const waits = await get(ticket.id)
  expect(clockOf(waits, 'nextResponse')).toMatchObject({ state: 'met', usedSeconds: 1200 })
  expect(clockOf(waits, 'resolution')).toMatchObject({ state: 'paused', usedSeconds: 90 * 60 })
  expect(clockOf(waits, 'progress').state).not.toBe('running')
  expect(waits.dueAt).toBeNull()
  t.turn(48 * hour)
  await t.does('ticket.receive', { ticketId: ticket.id, body: '好的', channel: 'api' })
  const back = await get(ticket.id)
  expect(Date.parse(clockOf(back, 'resolution').dueAt)).toBe(t.now().getTime() + (24 * hour - 90 * minute))
  const solved = await t.does('ticket.solve', { ticketId: ticket.id, result: '已修好' }, wang)
  expect(solved.clocks.filter(({ state }: Answer) => state === 'running' || state === 'paused')).toEqual([])
  expect([clockOf(solved, 'resolution').state, solved.dueAt]).toEqual(['met', null])
  const reopened = await t.does('ticket.reopen', { ticketId: ticket.id, reason: '又漏了' }, wang)
  expect(Date.parse(clockOf(reopened, 'resolution').dueAt)).toBe(t.now().getTime() + 24 * hour)
})

test('周四 17:50，两个工作小时，跨元旦，调休的周日也上班', async () => {
  turnTo('2026-12-31T09:50:00Z') // Thursday 17:50 in Shanghai; of 2027 nothing is known yet
  await t.does('holidays.set', {
    year: 2027,
    days: [
      { date: '2027-01-01', name: '元旦', kind: 'off' },
      { date: '2027-01-03', name: '元旦调休', kind: 'work' },
    ],
  })
  const ticket = await open({ urgency: 'urgent' })
  // Ten minutes on Thursday, then the make-up Sunday from nine.
  expect(clockOf(ticket, 'response').dueAt).toBe('2027-01-03T02:50:00.000Z')
})

test('a raised urgency promises less, and what has run is counted', async () => {
  turnTo('2027-03-01T01:00:00Z') // Monday, 9:00
  const ticket = await open()
  expect(clockOf(ticket, 'response').dueAt).toBe('2027-03-01T06:00:00.000Z')
  turnTo('2027-03-01T02:00:00Z')
  const raised = await t.does('ticket.update', { ticketId: ticket.id, urgency: 'urgent' }, wang)
  expect(clockOf(raised, 'response')).toMatchObject({ targetSeconds: 7200, dueAt: '2027-03-01T03:00:00.000Z' })
  const dropped = await t.does('ticket.update', { ticketId: ticket.id, urgency: 'critical' }, wang)
  expect(clockOf(dropped, 'response').state).toBe('dropped')
})

test('handed to a department that promises otherwise, what has run is counted, and the ticket says what changed', async () => {
  const others = (await t.does('department.create', { name: '技术部', dispatch: 'claim' })).id
  const policy = await t.does('slaPolicy.create', {
    name: '技术部时限',
    where: { field: 'departmentId', op: 'is', value: others },
    targets: [{ target: 'resolution', calendarId: null, seconds: each(8 * 3600) }],
  })
  await t.does('slaPolicy.update', { slaPolicyId: policy.id, position: 1 })
  const ticket = await open()
  t.turn(2 * hour)
  const given = await t.does('ticket.transfer', { ticketId: ticket.id, departmentId: others, reason: '要换主板' }, wang)
  expect(clockOf(given, 'resolution')).toMatchObject({ targetSeconds: 8 * 3600, usedSeconds: 2 * 3600 })
  expect(Date.parse(clockOf(given, 'resolution').dueAt)).toBe(t.now().getTime() + 6 * hour)
  expect(clockOf(given, 'response').state).toBe('dropped')
  const { items } = await t.asks('ticket.timeline', { id: ticket.id })
  expect(items.find(({ type }: Answer) => type === 'clock.changed').text).toMatch(
    /^解决改为 .* 前完成：策略：全套 → 技术部时限；时限：24 小时 → 8 小时；已用 2 小时 照算$/,
  )
  await t.does('slaPolicy.archive', { slaPolicyId: policy.id })
})

test('paused, all stand still; resumed, each has as much left as before', async () => {
  const ticket = await open()
  t.turn(10 * minute)
  const stopped = await t.does('ticket.pause', { ticketId: ticket.id, reason: '客户出差' }, wang)
  expect(states(stopped)).toEqual(['acknowledge paused', 'resolution paused', 'response paused'])
  t.turn(5 * 24 * hour)
  await t.sweep()
  const going = await t.does('ticket.resume', { ticketId: ticket.id }, wang)
  expect(going.breachedAt).toBeNull()
  expect(Date.parse(clockOf(going, 'acknowledge').dueAt)).toBe(t.now().getTime() + 20 * minute)
})

test('each promise is missed at its own time, and the next one is still watched', async () => {
  const ticket = await open()
  const opened = t.now().getTime()
  t.turn(31 * minute)
  expect(await t.sweep()).toBeGreaterThan(0)
  expect(clockOf(await get(ticket.id), 'acknowledge').breachedAt).toBe(new Date(opened + 30 * minute).toISOString())
  t.turn(24 * hour)
  expect(await t.sweep()).toBeGreaterThan(0)
  const late = await get(ticket.id)
  expect(clockOf(late, 'resolution').breachedAt).toBe(new Date(opened + 24 * hour).toISOString())
  const { items } = await t.asks('ticket.timeline', { id: ticket.id })
  expect(items.filter(({ type }: Answer) => type === 'clock.breached').length).toBeGreaterThanOrEqual(2)
})

test('handed on, whoever gets it has a promise of their own to take it up', async () => {
  const ticket = await open()
  t.turn(20 * minute)
  const given = await t.does('ticket.assign', { ticketId: ticket.id, assigneeId: String(wang.me.id) })
  expect(
    given.clocks.filter(({ target }: Answer) => target === 'acknowledge').map(({ state }: Answer) => state),
  ).toEqual(['dropped', 'running'])
  expect(Date.parse(clockOf(given, 'acknowledge').dueAt)).toBe(t.now().getTime() + 30 * minute)
})

test('the customer’s level decides from the first moment', async () => {
  const customer = await t.does('customer.create', { name: '李总', phones: ['13900001111'], level: 'VIP' })
  for (const more of [{ customerId: customer.id }, { requester: { phone: '13900001111' } }]) {
    const ticket = await open({ tags: [], ...more })
    expect(ticket.clocks.map(({ targetSeconds }: Answer) => targetSeconds)).toEqual([600])
  }
  const usual = await open({ tags: [] })
  expect(usual.clocks.map(({ targetSeconds }: Answer) => targetSeconds)).toEqual([86_400])
})

test('a changed policy or holiday reaches every open ticket, and tells only those that are due otherwise', async () => {
  turnTo('2027-05-03T01:00:00Z') // Monday, 9:00
  const [ticket, other] = [await open(), await open({ tags: [] })]
  expect(clockOf(ticket, 'response').dueAt).toBe('2027-05-03T06:00:00.000Z')
  turnTo('2027-05-03T02:00:00Z')
  const policy = (await t.asks('slaPolicy.list', {})).items.find(({ name }: Answer) => name === '全套')
  const targets = policy.targets.map((one: Answer) =>
    one.target === 'response' ? { ...one, seconds: { ...one.seconds, normal: 8 * 3600 } } : one,
  )
  await t.does('slaPolicy.update', { slaPolicyId: policy.id, targets })
  await t.drained()
  // Eight hours from nine, less lunch, end with the day.
  expect(clockOf(await get(ticket.id), 'response')).toMatchObject({
    targetSeconds: 8 * 3600,
    usedSeconds: 3600,
    dueAt: '2027-05-03T10:00:00.000Z',
  })
  await t.does('slaPolicy.update', {
    slaPolicyId: policy.id,
    targets: targets.map((one: Answer) => (one.target === 'response' ? { ...one, seconds: each(10 * 3600) } : one)),
  })
  await t.drained()
  expect(clockOf(await get(ticket.id), 'response').dueAt).toBe('2027-05-04T03:00:00.000Z')
  await t.does('holidays.set', { year: 2027, days: [{ date: '2027-05-04', name: '青年节', kind: 'off' }] })
  await t.drained()
  expect(clockOf(await get(ticket.id), 'response').dueAt).toBe('2027-05-05T03:00:00.000Z')
  const told = async (id: string) =>
    (await t.asks('ticket.timeline', { id })).items.filter(({ type }: Answer) => type === 'clock.changed').length
  expect([await told(ticket.id), await told(other.id)]).toEqual([3, 0])

  // What the policy has not promised before begins now, once.
  const usual = (await t.asks('slaPolicy.list', {})).items.find(({ name }: Answer) => name === '标准响应')
  const more = { target: 'resolution' as const, calendarId: null, seconds: each(7200) }
  await t.does('slaPolicy.update', { slaPolicyId: usual.id, targets: [...usual.targets, more] })
  await t.drained()
  expect(states(await get(other.id))).toEqual(['resolution running', 'response running'])
  await t.does('slaPolicy.update', { slaPolicyId: usual.id, targets: usual.targets })
  await t.drained()
  expect(states(await get(other.id))).toEqual(['resolution dropped', 'response running'])
})

test('whoever waits for a ticket sees the clocks that the one before has started', async () => {
  for (let round = 0; round < 15; round++) {
    const { id } = await open()
    const retime = () => t.does('ticket.retime', { ticketId: id }, t.system)
    await Promise.all([t.does('ticket.claim', { ticketId: id }, wang), retime(), retime(), retime()])
    const { clocks } = await get(id)
    const active = clocks.filter(({ state }: Answer) => state === 'running').map(({ target }: Answer) => target)
    expect(active.toSorted()).toEqual(['progress', 'resolution', 'response'])
  }
})

test('without any promise in force no clock runs', async () => {
  const { items } = await t.asks('slaPolicy.list', {})
  for (const { id } of items) await t.does('slaPolicy.update', { slaPolicyId: id, enabled: false })
  expect(await open()).toMatchObject({ clocks: [], dueAt: null })
})
