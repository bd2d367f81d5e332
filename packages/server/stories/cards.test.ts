import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Caller } from '../src/kernel/caller.ts'
import { callerFor } from '../src/records/sessions/index.ts'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'

/** 红黄牌、逐级升级和延期：到期前提醒，超时留痕，按级采取行动，到期前可以申请延期。 */
let t: TestDesk
let department: string
const people: Record<string, string> = {}
const minute = 60_000
const hour = 60 * minute
const each = (seconds: number) => ({ normal: seconds, urgent: seconds, critical: seconds })

beforeAll(async () => {
  t = await testDesk()
  const head = (await t.does('department.create', { name: '客服中心' })).id
  department = (await t.does('department.create', { name: '售后部', parentId: head, dispatch: 'claim' })).id
  const roles = (await t.asks('role.list', {})).items
  const idOf = (key: string) => roles.find((role: Answer) => role.key === key).id
  const person = async (no: string, name: string, role: string, departmentId = department) => {
    const roleIds = [idOf(role)]
    const { id } = await t.does('agent.create', { employeeNo: no, name, departmentIds: [departmentId], roleIds })
    people[name] = id
    return id
  }
  await person('CS001', '王芳', 'agent')
  const boss = await person('CS100', '李经理', 'supervisor')
  const chief = await person('CS200', '赵总', 'supervisor', head)
  await t.does('department.update', { departmentId: department, managerIds: [boss] })
  await t.does('department.update', { departmentId: head, managerIds: [chief] })
  const policy = await t.does('slaPolicy.create', {
    name: '逐级升级',
    where: { field: 'tags', op: 'contains', value: '升级' },
    targets: [
      {
        target: 'resolution',
        calendarId: null,
        seconds: each(4 * 3600),
        pauseIn: ['pending_customer'],
        lead: { seconds: 1800 },
        ladder: [
          { seconds: 3600, verb: 'ticket.alert', input: { to: ['above'], note: '超时一小时' } },
          { seconds: -7200, verb: 'ticket.note', input: { body: '已过一半，请抓紧处理' } },
          { seconds: 0, verb: 'ticket.update', input: { urgency: 'critical' } },
          { seconds: 2 * 3600, verb: 'ticket.acknowledge', input: {} },
        ],
      },
    ],
  })
  await t.does('slaPolicy.update', { slaPolicyId: policy.id, position: 1 })
})
afterAll(() => t.close())
beforeEach(() => t.turn(7 * 24 * hour))

const who = (name: string): Promise<Caller> => callerFor(t.desk, people[name] as string)
const wang = () => who('王芳')
const boss = () => who('李经理')
const opens = async (more: object = {}): Promise<Answer> => {
  const { id } = await t.does('ticket.open', { subject: '洗衣机', departmentId: department, tags: ['升级'], ...more })
  return t.does('ticket.claim', { ticketId: id }, await wang())
}
const get = (id: string): Promise<Answer> => t.asks('ticket.get', { id })
const lines = async (id: string, type: string): Promise<Answer[]> =>
  (await t.asks('ticket.timeline', { id })).items.filter((item: Answer) => item.type === type)
const bell = async (name: string): Promise<string[]> =>
  (await t.asks('notification.list', {}, await who(name))).items.map(({ text }: Answer) => text)
const swept = async () => {
  await t.sweep()
  await t.drained()
}
const clockOf = ({ clocks }: Answer): Answer => clocks.find(({ target }: Answer) => target === 'resolution')

test('the yellow card falls before the red one, each once, with whoever had it then', async () => {
  const ticket = await opens()
  const opened = Date.parse(ticket.createdAt)
  const at = (ms: number) => new Date(opened + ms).toISOString()
  expect(clockOf(ticket)).toMatchObject({ warnsAt: at(3.5 * hour), dueAt: at(4 * hour), warnedAt: null })
  t.turn(3.5 * hour)
  await swept()
  expect(clockOf(await get(ticket.id))).toMatchObject({ warnedAt: at(3.5 * hour), breachedAt: null })
  expect((await get(ticket.id)).warnedAt).toBe(at(3.5 * hour))
  expect((await bell('王芳'))[0]).toMatch(/^解决即将到期/)
  t.turn(hour / 2)
  await swept()
  expect((await lines(ticket.id, 'clock.warned')).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^黄牌：解决即将到期，应在 .* 前完成，由 王芳（售后部） 负责$/),
  ])
  expect((await lines(ticket.id, 'clock.breached')).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^红牌：解决超时/),
  ])
  expect((await bell('李经理'))[0]).toMatch(/^解决已超时，由 王芳 负责$/)
})

test('a ladder does its verbs in the order of their times, whatever they are, and says what could not be done', async () => {
  const ticket = await opens()
  t.turn(2 * hour)
  await swept()
  expect((await lines(ticket.id, 'ticket.noted')).map(({ message }) => message.body)).toEqual(['已过一半，请抓紧处理'])
  t.turn(2 * hour)
  await swept()
  expect((await get(ticket.id)).urgency).toBe('critical')
  const before = (await bell('赵总')).length
  t.turn(hour)
  await swept()
  const news = await bell('赵总')
  expect([news.length, news[0]]).toEqual([before + 1, '请关注这张工单：超时一小时'])
  t.turn(hour)
  await swept()
  // It has been taken up already.
  expect((await bell('李经理'))[0]).toMatch(/^请关注这张工单：升级动作“接收”没有做成：/)
  expect((await lines(ticket.id, 'clock.escalated')).map(({ payload }) => payload.seconds)).toEqual([
    7200, 3600, 0, -7200,
  ])
})

test('after a standstill everything is stamped with its own time, in order, and nobody is called', async () => {
  const ticket = await opens()
  const opened = Date.parse(ticket.createdAt)
  const before = (await bell('王芳')).length
  t.turn(24 * hour)
  await swept()
  const late = await get(ticket.id)
  expect(late.warnedAt).toBeNull()
  expect([clockOf(late).warnedAt, late.breachedAt].map(at => (Date.parse(at) - opened) / hour)).toEqual([3.5, 4])
  const { items } = await t.asks('ticket.timeline', { id: ticket.id })
  const told = items.filter(({ type }: Answer) => type.startsWith('clock.')).map(({ type }: Answer) => type)
  expect(told.toReversed()).toEqual([
    'clock.escalated',
    'clock.warned',
    'clock.breached',
    'clock.escalated',
    'clock.escalated',
    'clock.escalated',
  ])
  const news = (await t.asks('notification.list', {}, await wang())).items
  expect(news.length).toBe(before + 1)
  expect(news[0]).toMatchObject({ popup: false, text: expect.stringMatching(/^停机期间解决超时/) })
})

test('more time is asked for, granted in part, and the clock goes on from where it was', async () => {
  const ticket = await opens()
  t.turn(3.75 * hour)
  await swept()
  expect(clockOf(await get(ticket.id)).warnedAt).not.toBeNull()
  const asked = await t.does(
    'ticket.requestExtension',
    { ticketId: ticket.id, seconds: 8 * 3600, reason: '等厂家配件' },
    await wang(),
  )
  expect(clockOf(asked).asked).toMatchObject({ seconds: 8 * 3600, reason: '等厂家配件', by: { name: '王芳' } })
  expect(asked.allowed).not.toContain('ticket.grantExtension')
  await t.drained()
  expect((await bell('李经理'))[0]).toBe('王芳 申请把解决延长 8 小时：等厂家配件')
  const grant = async (seconds?: number) =>
    t.does('ticket.grantExtension', { ticketId: ticket.id, ...(seconds && { seconds }) }, await boss())
  await expect(t.does('ticket.grantExtension', { ticketId: ticket.id }, await wang())).rejects.toMatchObject({
    status: 403,
  })
  await expect(grant(9 * 3600)).rejects.toMatchObject({
    status: 422,
    fields: [{ path: 'seconds', code: 'extension.more' }],
  })
  const granted = await grant(4 * 3600)
  const opened = Date.parse(ticket.createdAt)
  expect(clockOf(granted)).toMatchObject({
    targetSeconds: 8 * 3600,
    extendedSeconds: 4 * 3600,
    dueAt: new Date(opened + 8 * hour).toISOString(),
    warnsAt: new Date(opened + 7.5 * hour).toISOString(),
    warnedAt: null,
    asked: null,
  })
  expect(granted.extensionAskedAt).toBeNull()
  await t.drained()
  expect((await bell('王芳'))[0]).toMatch(/^李经理 同意延期 4 小时，解决应在 .* 前完成$/)
  await expect(grant()).rejects.toMatchObject({ code: 'extension.none' })
  // What was granted stays granted when the promise changes otherwise.
  const raised = await t.does('ticket.update', { ticketId: ticket.id, urgency: 'urgent' }, await boss())
  expect(clockOf(raised).targetSeconds).toBe(8 * 3600)
  t.turn(3.75 * hour)
  await swept()
  expect(await lines(ticket.id, 'clock.warned')).toHaveLength(2)
})

test('declined, lapsed at the due time, and refused when it is over', async () => {
  const ticket = await opens()
  const ask = async () =>
    t.does('ticket.requestExtension', { ticketId: ticket.id, seconds: 3600, reason: '等配件' }, await wang())
  await ask()
  await t.does('ticket.declineExtension', { ticketId: ticket.id, reason: '今天必须办完' }, await boss())
  await t.drained()
  expect((await bell('王芳'))[0]).toBe('李经理 不同意延期：今天必须办完')
  await ask()
  t.turn(4 * hour)
  await swept()
  const late = await get(ticket.id)
  expect([clockOf(late).asked, late.extensionAskedAt]).toEqual([null, null])
  expect(await lines(ticket.id, 'ticket.extensionLapsed')).toHaveLength(1)
  await expect(ask()).rejects.toMatchObject({ status: 409, code: 'clock.over' })
  expect((await get(ticket.id)).allowed).not.toContain('ticket.requestExtension')
  await expect(
    t.does(
      'ticket.requestExtension',
      { ticketId: ticket.id, target: 'progress', seconds: 3600, reason: '等' },
      await wang(),
    ),
  ).rejects.toMatchObject({ code: 'clock.none' })
})

test('a ladder that cannot be climbed is refused by its place', async () => {
  const make = (rung: object) =>
    t.does('slaPolicy.create', {
      name: `错 ${Math.random()}`,
      targets: [{ target: 'response', calendarId: null, seconds: each(3600), ladder: [{ seconds: 0, ...rung }] }],
    } as never)
  const wrong = (promise: Promise<unknown>, path: string, code: string) =>
    expect(promise).rejects.toMatchObject({ status: 422, fields: [expect.objectContaining({ path, code })] })
  await wrong(make({ verb: 'agent.create' }), 'targets.0.ladder.0.verb', 'ladder.verb')
  await wrong(make({ verb: 'ticket.claim' }), 'targets.0.ladder.0.verb', 'ladder.verb')
  await wrong(make({ verb: 'ticket.tick' }), 'targets.0.ladder.0.verb', 'ladder.verb')
  await wrong(make({ verb: 'ticket.alert' }), 'targets.0.ladder.0.input.to', 'required')
  await wrong(
    make({ verb: 'ticket.alert', input: { to: ['holder'], x: 1 } }),
    'targets.0.ladder.0.input.x',
    'unknown_field',
  )
})

test('each stretch is explained: when it ran or stood still, and why', async () => {
  const ticket = await opens()
  t.turn(hour)
  await t.does('ticket.pause', { ticketId: ticket.id, reason: '客户出差' }, await boss())
  t.turn(2 * hour)
  await t.does('ticket.resume', { ticketId: ticket.id }, await boss())
  t.turn(hour)
  await t.does('ticket.await', { ticketId: ticket.id }, await wang())
  t.turn(hour)
  const { items } = await t.asks('ticket.clocks', { id: ticket.id })
  const [clock] = items
  expect(clock).toMatchObject({ policy: { name: '逐级升级' }, calendar: null, usedSeconds: 7200, state: 'paused' })
  expect(clock.stretches.map(({ state, seconds, text }: Answer) => [state, seconds, text])).toEqual([
    ['running', 3600, expect.stringContaining('提交了工单')],
    ['paused', 0, '李经理 暂停了工单：客户出差'],
    ['running', 3600, '李经理 恢复了工单'],
    ['paused', 0, '王芳 转为等待客户'],
  ])
  const [first, ...rest] = clock.stretches
  expect(first.from).toBe(clock.startedAt)
  for (const [at, { from }] of rest.entries()) expect(from).toBe(clock.stretches[at].to)
})

test('views tell what is due soon to everybody, and what waits to be decided to who may decide', async () => {
  const [near, asking] = [await opens(), await opens()]
  await t.does('ticket.requestExtension', { ticketId: asking.id, seconds: 3600, reason: '等配件' }, await wang())
  t.turn(3.75 * hour)
  await swept()
  const views = async (name: string) =>
    (await t.asks('view.list', {}, await who(name))).items.map((view: Answer) => view.name)
  const inView = async (view: string, name: string) =>
    (await t.asks('ticket.list', { view }, await who(name))).items.map(({ id }: Answer) => id)
  expect(await views('李经理')).toEqual(expect.arrayContaining(['已超时未结', '黄牌未结', '待审批延期']))
  expect(await views('王芳')).toContain('黄牌未结')
  expect(await views('王芳')).not.toContain('待审批延期')
  expect(await inView('public.warned', '王芳')).toEqual([near.id, asking.id])
  expect(await inView('public.extensions', '李经理')).toEqual([asking.id])
  await expect(inView('public.extensions', '王芳')).rejects.toMatchObject({ status: 404 })
  await t.does('ticket.pause', { ticketId: near.id, reason: '客户出差' }, await boss())
  expect(await inView('public.warned', '王芳')).toEqual([asking.id])
  t.turn(hour)
  await swept()
  expect(await inView('public.warned', '王芳')).toEqual([])
  expect(await inView('public.extensions', '李经理')).toEqual([])
})
