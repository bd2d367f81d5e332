import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../src/kernel/caller.ts'
import { answersOnly } from '../test/answers-only.ts'
import { type TestDesk, testDesk } from '../test/desk.ts'

/** 一张工单的一生:来件、领取、答复、待客户、客户再来信、办结、重开、再办结、自动关闭。 */
let desk: TestDesk
let wang: Caller

beforeAll(async () => {
  desk = await testDesk()
  await answersOnly(desk)
  const department = await desk.does('department.create', { name: '售后部' })
  await desk.does('category.create', { name: '售后' })
  await desk.does('category.create', {
    name: '产品维修',
    parentId: await categoryId('售后'),
    departmentId: department.id,
  })
  const person = await desk.does('agent.create', { employeeNo: 'CS001', name: '王芳', departmentIds: [department.id] })
  wang = {
    ...desk.system,
    actor: { kind: 'person', id: person.id, name: '王芳' },
    me: { id: person.id, departments: [department.id] },
  }
})
afterAll(() => desk.close())

async function categoryId(path: string): Promise<string> {
  const { items } = await desk.asks('category.list', {})
  return items.find((category: { path: string }) => category.path === path).id
}

test('from the first word to the last', async () => {
  const opened = await desk.does('ticket.open', {
    subject: '洗衣机脱水异响',
    body: '脱水时声音很大',
    channel: 'form',
    requester: { name: '李雷', phone: '013800138000', email: 'lilei@example.com' },
    category: '售后-产品维修',
    urgency: 'urgent',
    tags: ['APP渠道'],
  })
  expect(opened.number).toMatch(/^G20261122\d{3,}$/)
  expect(opened).toMatchObject({
    status: 'new',
    urgency: 'urgent',
    category: '售后-产品维修',
    department: { name: '售后部' },
    assignee: null,
    tags: ['APP渠道'],
  })
  expect(opened.customer).toMatchObject({ name: '李雷', emails: ['lilei@example.com'] })
  // 紧急:四小时内响应
  expect(Date.parse(opened.dueAt) - Date.parse(opened.createdAt)).toBe(4 * 3600_000)

  const claimed = await desk.does('ticket.claim', { ticketId: opened.id }, wang)
  expect(claimed).toMatchObject({ status: 'in_progress', assignee: { name: '王芳' }, version: 2 })
  await expect(desk.does('ticket.claim', { ticketId: opened.id }, wang)).rejects.toMatchObject({
    status: 409,
    code: 'ticket.notFrom',
  })

  desk.turn(60 * 60_000)
  const replied = await desk.does(
    'ticket.reply',
    { ticketId: opened.id, body: '您好,请问购买多久了?', seenSeq: 1, thenStatus: 'pending_customer' },
    wang,
  )
  expect(replied).toMatchObject({
    status: 'pending_customer',
    dueAt: null,
    publicSeq: 2,
    waitingSince: null,
    lastFrom: 'us',
  })
  expect(replied.clocks).toMatchObject([{ target: 'response', state: 'met', usedSeconds: 3600 }])

  const answered = await desk.does('ticket.receive', {
    ticketId: opened.id,
    body: '半年',
    channel: 'email',
    from: 'lilei@example.com',
  })
  expect(answered).toMatchObject({ status: 'in_progress', publicSeq: 3, lastFrom: 'customer' })
  await expect(
    desk.does('ticket.reply', { ticketId: opened.id, body: '好的', seenSeq: 2 }, wang),
  ).rejects.toMatchObject({ code: 'ticket.stale' })

  const solved = await desk.does('ticket.solve', { ticketId: opened.id, result: '更换减震,客户确认正常' }, wang)
  expect(solved).toMatchObject({ status: 'solved', result: '更换减震,客户确认正常' })
  desk.turn(2 * 86_400_000)
  expect(await desk.sweep()).toBe(0)
  const again = await desk.does('ticket.receive', { ticketId: opened.id, body: '又响了', channel: 'email' })
  expect(again).toMatchObject({ status: 'in_progress', reopenCount: 1, assignee: { name: '王芳' } })
  desk.turn(5 * 86_400_000)
  expect(await desk.sweep()).toBe(0)

  await desk.does('ticket.solve', { ticketId: opened.id, result: '换新' }, wang)
  desk.turn(3 * 86_400_000 + 1000)
  expect(await desk.sweep()).toBe(1)
  const closed = await desk.asks('ticket.get', { number: opened.number })
  expect(closed).toMatchObject({ status: 'closed', runState: 'running' })

  const next = await desk.does('ticket.receive', { ticketId: opened.id, body: '还有一个问题', channel: 'email' })
  expect(next.id).not.toBe(opened.id)
  expect(next).toMatchObject({ status: 'new', links: [{ id: opened.id, kind: 'follows' }], customer: { name: '李雷' } })

  const { items } = await desk.asks('ticket.timeline', { id: opened.id })
  // What followers tell (a mail’s fate, that the customer is asked) comes in between, whenever it comes about.
  const told = ['delivery.changed', 'survey.sent']
  const types = items.map((item: { type: string }) => item.type).filter((type: string) => !told.includes(type))
  expect(types.reverse()).toEqual([
    'ticket.opened',
    'ticket.claimed',
    'ticket.replied',
    'clock.met',
    'ticket.received',
    'ticket.solved',
    'ticket.received',
    'ticket.solved',
    'ticket.closed',
  ])
  expect(items.every((item: { text: string }) => item.text.length > 3)).toBe(true)
})

test('a breach is stamped with its true time and with whoever held the ticket then', async () => {
  const ticket = await desk.does('ticket.open', {
    subject: '断电',
    urgency: 'critical',
    departmentId: wang.me.departments?.[0] as string,
  })
  await desk.does('ticket.claim', { ticketId: ticket.id }, wang)
  desk.turn(3 * 3600_000)
  // 没有扫表:下一个动作先记下超时
  const later = await desk.does('ticket.reply', { ticketId: ticket.id, body: '已恢复' }, wang)
  expect(Date.parse(later.breachedAt)).toBe(Date.parse(ticket.createdAt) + 2 * 3600_000)
  expect(later.clocks).toMatchObject([{ state: 'met', breachedAt: expect.any(String) }])
  const { items } = await desk.asks('ticket.timeline', { id: ticket.id })
  const breach = items.find((item: { type: string }) => item.type === 'clock.breached')
  expect(breach.payload.holder.assigneeId).toBe(wang.actor.id)
})

test('pausing moves the due time by exactly the time paused', async () => {
  const ticket = await desk.does('ticket.open', { subject: '出差中', departmentId: wang.me.departments?.[0] as string })
  desk.turn(3600_000)
  const until = new Date(desk.now().getTime() + 5 * 3600_000).toISOString()
  const paused = await desk.does('ticket.pause', { ticketId: ticket.id, reason: '客户出差', until })
  expect(paused).toMatchObject({ runState: 'paused', dueAt: null })
  desk.turn(5 * 3600_000)
  expect(await desk.sweep()).toBe(1)
  const resumed = await desk.asks('ticket.get', { id: ticket.id })
  expect(resumed.runState).toBe('running')
  expect(Date.parse(resumed.dueAt)).toBe(Date.parse(ticket.dueAt) + 5 * 3600_000)
})

test('twenty hands and one ticket: exactly one claims it', async () => {
  const ticket = await desk.does('ticket.open', { subject: '抢单', departmentId: wang.me.departments?.[0] as string })
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () => desk.does('ticket.claim', { ticketId: ticket.id }, wang)),
  )
  expect(outcomes.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(1)
})

test('numbers are unique and without a gap under concurrency', async () => {
  const opened = await Promise.all(
    Array.from({ length: 60 }, (_, n) => desk.does('ticket.open', { subject: `并发 ${n}` })),
  )
  const numbers = opened.map(ticket => Number(String(ticket.number).slice(9))).sort((a, b) => a - b)
  expect(new Set(numbers).size).toBe(60)
  expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(59)
})
