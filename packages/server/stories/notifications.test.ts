import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPushService } from '../src/channels/push/fixtures/browser.ts'
import type { Caller } from '../src/kernel/caller.ts'
import { newId } from '../src/kernel/ids.ts'
import { readNetwork } from '../src/kernel/outgoing/index.ts'
import { tellParked } from '../src/reactions/notifications/parked.ts'
import { sendDue } from '../src/reactions/notifications/send.ts'
import { callerFor } from '../src/records/sessions/index.ts'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'
import { until } from '../test/until.ts'

/** Everyone is told what concerns them, and nobody anything else. */
let t: TestDesk
let department: string
let roles: Record<string, string>
beforeEach(async () => {
  // The push service of these stories is on this machine.
  const outgoingAllow = [readNetwork('127.0.0.1')].filter(network => network !== undefined)
  t = await testDesk({ config: { outgoingAllow } })
  roles = Object.fromEntries((await t.asks('role.list', {})).items.map(({ key, id }: Answer) => [key, id]))
  department = (await t.does('department.create', { name: '售后部', dispatch: 'claim' })).id
})
afterEach(() => t.close())

const minute = 60_000
const hour = 60 * minute

interface Person {
  id: string
  caller(): Promise<Caller>
}

async function person(no: string, name: string, also: Answer = {}): Promise<Person> {
  const { id } = await t.does('agent.create', {
    employeeNo: no,
    name,
    email: `${no.toLowerCase()}@desk.example`,
    departmentIds: [department],
    roleIds: [roles.agent],
    ...also,
  })
  return { id, caller: () => callerFor(t.desk, id) }
}
const signsIn = async (one: Person) => t.does('agent.setPresence', { state: 'ready' }, await one.caller())
const manages = (one: Person) => t.does('department.update', { departmentId: department, managerIds: [one.id] })
const opens = (also: Answer = {}) => t.does('ticket.open', { subject: '冰箱不制冷', departmentId: department, ...also })

/** What somebody finds behind the bell, the newest first. */
async function bell(one: Person, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Answer[]> {
  await t.drained()
  const page = await t.asks('notification.list', {}, { ...(await one.caller()), locale })
  return page.items
}
const texts = async (one: Person) => (await bell(one)).map(({ text }) => text)
const deliveries = async (): Promise<Answer[]> =>
  (await t.asks('delivery.list', { limit: 200 })).items.filter(({ purpose }: Answer) => purpose === 'notification')

test('who is given a ticket hears by whom and why, and whoever gave it does not', async () => {
  const [wang, li] = [await person('CS001', '王芳'), await person('CS002', '李雷')]
  const ticket = await opens()
  await t.does('ticket.assign', { ticketId: ticket.id, assigneeId: wang.id, note: '老客户' }, await li.caller())
  expect(await bell(wang)).toMatchObject([
    {
      kind: 'assigned',
      text: '李雷 分派给您：老客户',
      ticketNumber: ticket.number,
      subject: '冰箱不制冷',
      urgent: false,
      popup: true,
    },
  ])
  expect((await bell(wang, 'en'))[0].text).toBe('李雷 gave it to you: 老客户')
  await t.does('ticket.transfer', { ticketId: ticket.id, assigneeId: li.id, reason: '我请假' }, await wang.caller())
  await t.does('ticket.return', { ticketId: ticket.id, reason: '还是您来' }, await li.caller())
  expect(await texts(li)).toEqual(['王芳 转办给您：我请假'])
  expect(await texts(wang)).toEqual(['李雷 退回给您：还是您来', '李雷 分派给您：老客户'])
})

test('a mention calls who may see the ticket, and nobody who may not, is disabled, or wrote it', async () => {
  const elsewhere = (await t.does('department.create', { name: '仓库' })).id
  const [wang, li, zhao] = [
    await person('CS001', '王芳'),
    await person('CS002', '李雷'),
    await person('CS003', '赵六', { roleIds: [roles.handler], departmentIds: [elsewhere] }),
  ]
  const ticket = await opens({ assigneeId: wang.id })
  const mentionIds = [wang.id, li.id, zhao.id]
  await t.does('ticket.note', { ticketId: ticket.id, body: '请看一下', mentionIds }, await wang.caller())
  expect(await texts(li)).toEqual(['王芳 在备注中提到您'])
  expect(await texts(zhao)).toEqual([])
  expect((await bell(wang)).filter(({ kind }) => kind === 'mentioned')).toEqual([])
  await t.does('ticket.note', { ticketId: ticket.id, body: '还有', mentionIds: [li.id] }, await wang.caller())
  await t.does('agent.disable', { agentId: li.id })
  await t.drained()
  await sendDue(t.desk)
  expect((await deliveries()).filter(({ recipient }) => recipient.startsWith('cs002'))).toEqual([])
})

test('urging reaches the holder, and from the third time the manager', async () => {
  const [wang, boss] = [await person('CS001', '王芳'), await person('CS100', '经理')]
  await manages(boss)
  const ticket = await opens({ assigneeId: wang.id })
  for (let n = 1; n <= 3; n++) {
    t.turn(11 * minute)
    await t.does('ticket.urge', { ticketId: ticket.id, note: '客户很急' })
    await t.drained()
  }
  const [urged] = await bell(wang)
  expect(urged).toMatchObject({ kind: 'urged', count: 3, urgent: true, text: '系统 催单，第 3 次：客户很急' })
  expect(await bell(boss)).toMatchObject([{ kind: 'urged', count: 1 }])
})

describe('a new ticket in the pool', () => {
  test('is told to the members who are there and may claim, many as one, and is old news once it is taken', async () => {
    const [wang, li, sun] = [
      await person('CS001', '王芳'),
      await person('CS002', '李雷'),
      await person('CS003', '孙', { roleIds: [roles.reviewer] }),
    ]
    await signsIn(wang)
    await signsIn(sun)
    const first = await opens({ subject: '空调漏水' })
    expect(await bell(wang)).toMatchObject([{ text: '售后部 有新工单待领取', subject: '空调漏水', count: 1 }])
    expect(await bell(li)).toEqual([])
    expect(await bell(sun)).toEqual([])
    await signsIn(li)
    await t.does('ticket.claim', { ticketId: first.id }, await li.caller())
    expect(await bell(wang)).toMatchObject([{ readAt: expect.any(String) }])
    for (let n = 0; n < 12; n++) await opens()
    const [many] = await bell(wang)
    expect(many).toMatchObject({
      text: '售后部 有 12 张新工单待领取',
      count: 12,
      ticketId: null,
      departmentId: department,
      readAt: null,
    })
  })

  test('costs no row while nobody is there', async () => {
    await person('CS001', '王芳')
    await Promise.all(Array.from({ length: 20 }, () => opens()))
    await t.drained()
    expect(await t.desk.db.selectFrom('notifications').select('id').execute()).toEqual([])
  })
})

test('the customer’s words reach the holder, and count until they are read', async () => {
  const wang = await person('CS001', '王芳')
  const ticket = await opens({ assigneeId: wang.id })
  const receive = (body: string, automatic = false) =>
    t.does('ticket.receive', { ticketId: ticket.id, body, channel: 'web', automatic })
  await receive('在吗')
  await t.drained()
  await receive('还没好')
  await receive('我在休假', true)
  expect(await bell(wang)).toMatchObject([{ text: '客户发来 2 条新消息' }, { kind: 'assigned' }])
  await t.does('notification.read', { ticketId: ticket.id }, await wang.caller())
  await t.does('ticket.solve', { ticketId: ticket.id, result: '好了' })
  await receive('又坏了')
  expect(await bell(wang)).toMatchObject([
    { text: '客户再次来信，工单已重新打开', readAt: null },
    { readAt: expect.any(String) },
    { readAt: expect.any(String) },
  ])
})

test('a clock warns its holder before it runs out, once, and its breach is the manager’s business too', async () => {
  const [wang, boss] = [await person('CS001', '王芳'), await person('CS100', '经理')]
  await manages(boss)
  await opens({ assigneeId: wang.id, urgency: 'critical' })
  await t.drained()
  t.turn(95 * minute)
  expect(await t.sweep()).toBe(0)
  // A fifth of the two hours is left.
  t.turn(minute)
  expect(await t.sweep()).toBe(1)
  expect(await t.sweep()).toBe(0)
  expect((await texts(wang))[0]).toMatch(/^首次响应即将到期，应在 .*12:00 前完成$/)
  t.turn(24 * minute)
  await t.sweep()
  expect((await texts(wang))[0]).toMatch(/^首次响应已超时/)
  expect((await texts(boss))[0]).toMatch(/^首次响应已超时，由 王芳 负责$/)
  expect(await bell(boss)).toHaveLength(1)
})

describe('what leaves the house', () => {
  test('waits for the end of the quiet hours by the person’s own clock, and is not sent when it was read', async () => {
    const wang = await person('CS001', '王芳')
    await t.does(
      'notification.updatePreferences',
      { quiet: { from: '22:00', to: '07:00' }, zone: 'UTC' },
      await wang.caller(),
    )
    t.turn(21 * hour) // 23:00 UTC
    const [one, two] = [await opens({ assigneeId: wang.id }), await opens({ assigneeId: wang.id, subject: '洗衣机' })]
    await t.drained()
    expect(await sendDue(t.desk)).toBe(0)
    await t.does('notification.read', { ticketId: one.id }, await wang.caller())
    t.turn(7 * hour + 59 * minute)
    expect(await sendDue(t.desk)).toBe(0)
    t.turn(minute)
    expect(await sendDue(t.desk)).toBe(1)
    const [mail] = await deliveries()
    expect(mail).toMatchObject({
      channel: 'email',
      purpose: 'notification',
      recipient: 'cs001@desk.example',
      ticketId: null,
    })
    const { request } = await t.desk.db
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '=', mail.id)
      .executeTakeFirstOrThrow()
    expect(request.subject).toBe(`工单派给您 [${two.number}]`)
    expect(request.text).toContain('洗衣机')
  })

  test('is gathered into one mail a day for whoever wants that', async () => {
    const wang = await person('CS001', '王芳')
    await t.does('notification.updatePreferences', { digest: 'daily', digestAt: '18:00' }, await wang.caller())
    for (const subject of ['一', '二', '三']) await opens({ assigneeId: wang.id, subject })
    await t.drained()
    t.turn(7 * hour + 59 * minute) // 17:59 in Shanghai
    expect(await sendDue(t.desk)).toBe(0)
    t.turn(minute)
    expect(await sendDue(t.desk)).toBe(1)
    expect(await sendDue(t.desk)).toBe(0)
    const [mail] = await deliveries()
    const { request } = await t.desk.db
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '=', mail.id)
      .executeTakeFirstOrThrow()
    expect(request.subject).toBe('3 条通知')
    for (const subject of ['一', '二', '三']) expect(request.text).toContain(subject)
  })

  test('goes only the ways that the person wants', async () => {
    const wang = await person('CS001', '王芳')
    const nothing = { inApp: false, popup: false, push: false, mail: false }
    await t.does(
      'notification.updatePreferences',
      { choices: { assigned: { ...nothing, mail: true }, answered: nothing } },
      await wang.caller(),
    )
    const ticket = await opens({ assigneeId: wang.id })
    await t.does('ticket.receive', { ticketId: ticket.id, body: '在吗', channel: 'web' })
    expect(await bell(wang)).toEqual([])
    expect(await sendDue(t.desk)).toBe(1)
    expect(await deliveries()).toMatchObject([{ recipient: 'cs001@desk.example' }])
  })

  test('reaches a browser, encrypted for it; a browser that is gone is forgotten', async () => {
    const wang = await person('CS001', '王芳')
    const service = await startPushService()
    const stop = t.desk.outbox.start()
    try {
      const { browser, endpoint } = service
      await t.does(
        'notification.subscribe',
        { ...browser, endpoint: 'https://push.example/1', name: 'Chrome' },
        await wang.caller(),
      )
      // Nobody subscribes with an address like this; the service of this test has no other.
      await t.desk.db.updateTable('push_subscriptions').set({ endpoint }).execute()
      const ticket = await opens({ assigneeId: wang.id })
      await t.drained()
      await sendDue(t.desk)
      await until(() => service.heard.length === 1)
      expect(service.heard[0]?.payload).toEqual({
        title: '工单派给您',
        body: `${ticket.number} 冰箱不制冷`,
        url: `/t/${ticket.number}`,
        tag: expect.stringMatching(/^[0-9a-f]{32}$/),
        urgent: false,
      })
      expect(service.heard[0]?.headers).toMatchObject({
        'content-encoding': 'aes128gcm',
        urgency: 'normal',
        authorization: expect.stringMatching(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]{87}$/),
      })
      service.answer(410)
      await t.does('notification.test', {}, await wang.caller())
      await sendDue(t.desk)
      await until(
        async () => (await t.asks('notification.preferences', {}, await wang.caller())).subscriptions.length === 0,
      )
      await until(async () =>
        (await deliveries()).some(({ channel, status }) => channel === 'push' && status === 'failed'),
      )
      await t.drained()
      // Of a notification that failed nobody is told.
      expect(
        (await t.desk.db.selectFrom('notifications').select('kind').execute()).map(({ kind }) => kind).sort(),
      ).toEqual(['assigned', 'test'])
    } finally {
      await stop()
      await service.stop()
    }
  })
})

test('administrators hear of events that were set aside, once', async () => {
  await t.desk.db
    .insertInto('parked_events')
    .values({ follower: 'notifications', seq: 1, topic_id: department, tries: 5, error: 'x', parked_at: t.now() })
    .execute()
  expect(await tellParked(t.desk)).toBe(true)
  expect(await tellParked(t.desk)).toBe(false)
  const admin = (await t.asks('agent.list', {})).items.find(({ employeeNo }: Answer) => employeeNo === 'admin')
  expect(await texts({ id: admin.id, caller: () => callerFor(t.desk, admin.id) })).toEqual(['有事件处理失败，已搁置'])
})

describe('a group', () => {
  const robot = (also: Answer = {}) =>
    t.does('robot.create', {
      kind: 'feishu',
      name: '售后群',
      secrets: { webhook: 'https://open.feishu.cn/open-apis/bot/v2/hook/11112222-3333-4444-5555-666677778888' },
      says: ['pool', 'urged'],
      ...also,
    })
  const said = async (): Promise<Answer[]> => {
    await t.drained()
    const { rows } = await t.desk.pool.query(
      `select recipient, request ->> 'title' as title, request ->> 'text' as text from deliveries
       where channel = 'robot' order by created_at, id`,
    )
    return rows
  }

  test('hears of its departments by its robot, once while it has not left, and of nothing that it was not to say', async () => {
    const wang = await person('CS001', '王芳')
    await signsIn(wang)
    await robot({ departmentIds: [department] })
    const { id: elsewhere } = await t.does('department.create', { name: '财务部', dispatch: 'claim' })
    await robot({ name: '财务群', departmentIds: [elsewhere] })
    await robot({ name: '安静群', says: [] })
    const ticket = await opens({ subject: '[空调](漏水)' })
    await opens()
    expect(await said()).toEqual([
      { recipient: '售后群', title: '售后部 有新工单待领取', text: `${ticket.number} ［空调］（漏水）` },
    ])
    await t.does('ticket.urge', { ticketId: ticket.id })
    expect((await said()).map(({ title }) => title)).toEqual(['售后部 有新工单待领取', '系统 催单，第 1 次'])
  })

  test('must be of departments that there are', async () => {
    await expect(robot({ departmentIds: [newId()] })).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'departmentIds.0', code: 'unknown_id' }],
    })
    const { id, says } = await robot()
    expect(says).toEqual(['pool', 'urged'])
    expect(await t.does('robot.update', { robotId: id, says: ['rated'] })).toMatchObject({
      says: ['rated'],
      version: 2,
    })
  })
})

test('who has a telephone gets what cannot wait as a text message, where the desk can send one', async () => {
  const wang = await person('CS001', '王芳', { phone: '13900001111' })
  const ticket = await opens({ assigneeId: wang.id })
  const texts = async (): Promise<Answer[]> => {
    await t.drained()
    await sendDue(t.desk)
    return (await deliveries()).filter(({ channel }) => channel === 'sms')
  }
  await t.does('ticket.urge', { ticketId: ticket.id })
  expect(await texts()).toEqual([])
  await t.does('smsAccount.create', {
    provider: 'aliyun',
    name: '阿里云',
    settings: { accessKeyId: 'id', signName: '晨光' },
    secrets: { accessKeySecret: 'secret' },
    templates: { notice: 'SMS_9' },
  })
  t.turn(hour)
  await t.does('ticket.urge', { ticketId: ticket.id })
  expect(await texts()).toMatchObject([{ recipient: '+8613900001111', purpose: 'notification' }])
})
