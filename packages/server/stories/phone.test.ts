import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'

type Signed = Awaited<ReturnType<TestHttp['person']>>

/** 电话登记：交换机振铃、坐席接起、登记或当场答复、未接回拨；通话时长与客户往来一并留下。 */
let desk: TestDesk
let http: TestHttp
let exchange: string
let wang: Signed
let li: Signed
let departmentId: string

beforeAll(async () => {
  desk = await testDesk()
  http = await testHttp(desk)
  // Its members claim, so that nothing moves by itself while we look.
  departmentId = (await desk.does('department.create', { name: '热线组', dispatch: 'claim' })).id
  wang = await http.person({ employeeNo: 'CS001', roles: ['agent'], departmentIds: [departmentId] })
  li = await http.person({ employeeNo: 'CS002', roles: ['agent'], departmentIds: [departmentId] })
  await desk.does('agent.update', { agentId: wang.id, extension: '8001' })
  const grants = { 'call.ring': true, 'call.answer': true, 'call.end': true, 'call.get': true }
  const made = await http.post('apiKey.create', { name: '交换机', grants }, { token: await http.administrator() })
  exchange = made.body.token
})
afterAll(() => desk.close())

async function ok(name: string, body: object, token: string, headers: Record<string, string> = {}): Promise<Answer> {
  const reply = await http.post(name, body, { token, headers })
  if (reply.status !== 200) throw new Error(`${name}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}
/** Sessions end by themselves while nobody calls. */
async function signInAgain() {
  for (const person of [wang, li]) person.token = await http.signIn(person.employeeNo, person.password)
}
const seen = async (id: string, token: string) => (await http.post('call.get', { id }, { token })).status
const timeline = (id: string) => desk.asks('ticket.timeline', { id })

let rings = 0
const ring = (more: object = {}) =>
  ok('call.ring', { number: '13800138000', agent: '8001', externalId: `pbx-${rings++}`, ...more }, exchange)

describe('it rings', () => {
  test('at the right agent only, by extension or employee number, with the customer found', async () => {
    const customer = await desk.does('customer.create', { name: '李雷', phones: ['13800138000'], level: 'VIP' })
    const call = await ring({ number: '013800138000' })
    expect(call).toMatchObject({
      state: 'ringing',
      phone: '+8613800138000',
      agent: { id: wang.id },
      source: 'device',
      ticket: null,
    })
    expect(await ok('call.get', { id: call.id }, wang.token)).toMatchObject({
      customer: { id: customer.id, name: '李雷', level: 'VIP' },
      allowed: ['call.answer', 'call.end'],
    })
    expect(await seen(call.id, li.token)).toBe(404)
    expect((await ok('call.list', { states: ['ringing'] }, li.token)).items).toEqual([])
    expect((await http.post('call.answer', { callId: call.id }, { token: li.token })).status).toBe(404)
    const other = await ring({ agent: 'cs002' })
    expect([await seen(other.id, wang.token), await seen(other.id, li.token)]).toEqual([404, 200])
  })

  test('once, however often the exchange says so; and elsewhere when it moves on', async () => {
    const call = await ring({ externalId: 'moving' })
    const again = await ring({ externalId: 'moving' })
    expect([again.id, again.version]).toEqual([call.id, call.version])
    const moved = await ring({ externalId: 'moving', agent: 'CS002' })
    expect(moved).toMatchObject({ id: call.id, agent: { id: li.id }, state: 'ringing' })
    expect([await seen(call.id, wang.token), await seen(call.id, li.token)]).toEqual([404, 200])
  })

  test('from whoever hides the number', async () => {
    expect(await ring({ number: 'anonymous' })).toMatchObject({ number: 'anonymous', phone: null, customer: null })
    expect(await ok('call.ring', { agent: '8001' }, exchange)).toMatchObject({ number: null, phone: null })
  })

  test('at nobody whom the desk does not know', async () => {
    const reply = await http.post('call.ring', { number: '13800138000', agent: '9999' }, { token: exchange })
    expect([reply.status, reply.body.fields]).toMatchObject([422, [{ path: 'agent', code: 'unknown_id' }]])
    const future = { agent: '8001', startedAt: '2999-01-01T00:00:00Z' }
    const late = await http.post('call.ring', future, { token: exchange })
    expect([late.status, late.body.fields]).toMatchObject([422, [{ path: 'startedAt', code: 'time.future' }]])
    expect((await http.post('call.ring', { agent: '8001' }, { token: wang.token })).status).toBe(403)
  })
})

describe('nobody takes it', () => {
  test('and it waits where every agent sees it, until somebody calls back and is answered', async () => {
    const call = await ring({ number: '13900139000' })
    expect(await ok('call.end', { externalId: `pbx-${rings - 1}` }, exchange)).toMatchObject({ state: 'missed' })
    const waits = async () => (await ok('call.list', { waiting: true }, li.token)).items.map((one: Answer) => one.id)
    expect(await waits()).toContain(call.id)
    const vain = await ok('call.start', { answersId: call.id }, li.token)
    desk.turn(20_000)
    expect(await ok('call.end', { callId: vain.id, reached: false }, li.token)).toMatchObject({
      state: 'ended',
      outcome: 'unreached',
      seconds: null,
    })
    expect(await waits()).toContain(call.id)
    const back = await ok('call.start', { answersId: call.id }, li.token)
    expect(back).toMatchObject({ direction: 'out', number: '13900139000', state: 'talking', answersId: call.id })
    expect(await waits()).toContain(call.id)
    desk.turn(65_000)
    expect(await ok('call.end', { callId: back.id }, li.token)).toMatchObject({ state: 'ended', seconds: 65 })
    expect(await waits()).not.toContain(call.id)
    expect(await ok('call.get', { id: call.id }, li.token)).toMatchObject({ outcome: 'calledBack' })
    expect((await http.post('call.start', { answersId: call.id }, { token: wang.token })).body.code).toBe(
      'call.notMissed',
    )
  })

  test('or makes a ticket of it', async () => {
    const call = await ring({ number: '13900139001' })
    await ok('call.end', { callId: call.id }, exchange)
    const ticket = await ok('ticket.open', { subject: '未接来电', callId: call.id }, li.token)
    expect(ticket).toMatchObject({ channel: 'phone', customer: { phones: ['+8613900139001'] } })
    expect(await ok('call.get', { id: call.id }, li.token)).toMatchObject({
      state: 'missed',
      outcome: 'opened',
      ticket: { number: ticket.number },
    })
  })

  test('or says that nothing needs doing', async () => {
    const call = await ring({ number: '13900139002' })
    const early = await http.post('call.dismiss', { callId: call.id }, { token: wang.token })
    expect([early.status, early.body.code]).toEqual([409, 'call.underway'])
    await ok('call.end', { callId: call.id }, exchange)
    expect(await ok('call.dismiss', { callId: call.id, note: '推销' }, wang.token)).toMatchObject({
      outcome: 'dismissed',
    })
    expect((await http.post('call.dismiss', { callId: call.id }, { token: wang.token })).body.code).toBe('call.handled')
  })

  test('though the exchange never says that it stopped', async () => {
    const call = await ring({ number: '13900139003' })
    desk.turn(4 * 60_000)
    await desk.sweep()
    expect(await ok('call.get', { id: call.id }, wang.token)).toMatchObject({ state: 'missed' })
    const talking = await ring({ number: '13900139003' })
    await ok('call.answer', { callId: talking.id }, wang.token)
    desk.turn(13 * 3_600_000)
    await desk.sweep()
    await signInAgain()
    expect(await ok('call.get', { id: talking.id }, wang.token)).toMatchObject({
      state: 'ended',
      outcome: 'lapsed',
      seconds: null,
    })
  })
})

describe('a call is registered', () => {
  test('as a ticket, which the call is kept with while it goes on; it is no first response, a call-back is', async () => {
    const call = await ring({ number: '13700137000' })
    desk.turn(5000)
    await ok('call.answer', { callId: call.id }, wang.token)
    desk.turn(60_000)
    const ticket = await ok(
      'ticket.open',
      {
        subject: '冰箱不制冷',
        departmentId,
        body: '冷冻室也不冷',
        callId: call.id,
        requestType: 'repair',
        urgency: 'urgent',
        requester: { name: '韩梅梅', salutation: 'ms', phone: '13700137000' },
        fields: { orderNo: 'T20261122', productModel: 'BCD-215' },
      },
      wang.token,
    )
    expect(ticket).toMatchObject({ status: 'new', channel: 'phone', firstResponseAt: null })
    expect(ticket.fields).toEqual({ orderNo: 'T20261122', productModel: 'BCD-215' })
    expect(await desk.asks('customer.get', { id: ticket.customer.id })).toMatchObject({
      name: '韩梅梅',
      salutation: 'ms',
      phones: ['+8613700137000'],
    })
    expect(await ok('call.get', { id: call.id }, wang.token)).toMatchObject({
      state: 'talking',
      outcome: 'opened',
      ticket: { number: ticket.number },
    })
    desk.turn(12_000)
    await ok('call.end', { callId: call.id }, exchange)
    const { items } = await timeline(ticket.id)
    const opened = items.find(({ type }: Answer) => type === 'ticket.opened')
    expect(opened.call).toMatchObject({ direction: 'in', seconds: 72, number: '13700137000', agent: { name: 'CS001' } })
    expect(opened.message).toMatchObject({ kind: 'customer', channel: 'phone', author: { name: '韩梅梅' } })
    const touches = await desk.desk.pool.query('select * from touches where id = $1', [call.id])
    expect(touches.rows).toMatchObject([{ customer_id: ticket.customer.id, ticket_id: ticket.id, channel: 'phone' }])
    expect(touches.rows[0].ended_at - touches.rows[0].started_at).toBe(72_000)
    expect(await desk.asks('ticket.get', { id: ticket.id })).toMatchObject({ firstResponseAt: null })

    const unreached = await ok('ticket.recordCall', { ticketId: ticket.id, reached: false, body: '没人接' }, wang.token)
    expect(unreached).toMatchObject({ firstResponseAt: null, status: 'new', assignee: null })
    const from = desk.now()
    desk.turn(90_000)
    const back = await ok(
      'ticket.recordCall',
      {
        ticketId: ticket.id,
        body: '约明天上午上门',
        startedAt: from.toISOString(),
        endedAt: desk.now().toISOString(),
      },
      wang.token,
    )
    expect(back).toMatchObject({
      status: 'in_progress',
      assignee: { id: wang.id },
      firstResponseAt: desk.now().toISOString(),
      waitingSince: null,
    })
    expect(back.clocks).toContainEqual(expect.objectContaining({ target: 'response', state: 'met' }))
    const line = (await timeline(ticket.id)).items.find(({ type }: Answer) => type === 'ticket.called')
    expect(line).toMatchObject({
      type: 'ticket.called',
      payload: { first: true, direction: 'out', seconds: 90 },
      call: { number: '+8613700137000', seconds: 90, direction: 'out' },
      message: { kind: 'note', body: '约明天上午上门', channel: 'phone' },
    })
    expect(line.text).toContain('去电，已接通，时长 1:30')
    const again = await ok('ticket.recordCall', { ticketId: ticket.id, body: '再确认一次' }, wang.token)
    expect(again.firstResponseAt).toBe(back.firstResponseAt)
    const file = await desk.asks('customer.timeline', { customerId: ticket.customer.id })
    expect(file.items.filter(({ type }: Answer) => type === 'ticket.called')).toHaveLength(3)
  })

  test('by hand the call is over with it', async () => {
    const from = desk.now().toISOString()
    const call = await ok('call.start', { number: '0571 8765 4321', startedAt: from }, wang.token)
    desk.turn(30_000)
    const ticket = await ok('ticket.open', { subject: '咨询保修', callId: call.id }, wang.token)
    expect(ticket.customer.phones).toEqual(['+8657187654321'])
    expect(await ok('call.get', { id: call.id }, wang.token)).toMatchObject({ state: 'ended', seconds: 30 })
    const twice = await http.post('ticket.open', { subject: '又一张', callId: call.id }, { token: wang.token })
    expect([twice.status, twice.body.code]).toEqual([409, 'call.used'])
    expect(twice.body.detail).toContain(ticket.number)
    const strange = await http.post('ticket.open', { subject: '别人的', callId: call.id }, { token: li.token })
    expect(strange.body.fields).toMatchObject([{ path: 'callId', code: 'unknown_id' }])
    const wrong = await http.post('call.start', { number: '1380013' }, { token: wang.token })
    expect(wrong.body.fields).toMatchObject([{ path: 'number', code: 'phone.invalid' }])
  })

  test('and answered on the spot it is opened, answered and solved at once, and twice pressed it is one', async () => {
    const call = await ok('call.start', { number: '13600136000' }, wang.token)
    const body = {
      subject: '营业时间',
      body: '周末开门吗',
      callId: call.id,
      requestType: 'inquiry',
      requester: { name: '赵先生', salutation: 'mr', phone: '13600136000' },
      result: '周末 9:00–17:00 营业',
    }
    const press = () =>
      http.post('ticket.openAnswered', body, { token: wang.token, headers: { 'idempotency-key': 'press' } })
    const [one, two] = await Promise.all([press(), press()])
    expect([one.status, two.status]).toEqual([200, 200])
    expect(two.body.id).toBe(one.body.id)
    const ticket = one.body
    expect(ticket).toMatchObject({
      status: 'solved',
      result: '周末 9:00–17:00 营业',
      assignee: { id: wang.id },
      department: { id: departmentId },
      channel: 'phone',
      dueAt: null,
      clocks: [],
      waitingSince: null,
      firstResponseAt: null,
    })
    const types = (await timeline(ticket.id)).items.map(({ type }: Answer) => type)
    expect(types.toSorted()).toEqual(['ticket.opened', 'ticket.solved'])
    const { rows } = await desk.desk.pool.query('select id from tickets where subject = $1', ['营业时间'])
    expect(rows).toHaveLength(1)
    expect(await ok('call.get', { id: call.id }, wang.token)).toMatchObject({ state: 'ended', outcome: 'answered' })
    desk.turn(30 * 86_400_000)
    await desk.sweep()
    await signInAgain()
    expect(await desk.asks('ticket.get', { id: ticket.id })).toMatchObject({ status: 'closed' })
  })

  test('never half: what is wrong with one part leaves nothing of the others', async () => {
    const call = await ok('call.start', { number: '13500135000' }, wang.token)
    const body = {
      subject: '半张',
      callId: call.id,
      category: '没有这个分类',
      result: '答复',
      requester: { phone: '13500135000' },
    }
    const refused = await http.post('ticket.openAnswered', body, { token: wang.token })
    expect(refused.body.fields).toMatchObject([{ path: 'category', code: 'category.unknown' }])
    expect((await desk.asks('customer.find', { text: '13500135000' })).items).toEqual([])
    expect(await ok('call.get', { id: call.id }, wang.token)).toMatchObject({ state: 'talking', ticket: null })
  })

  test('to a ticket that is open already, whoever has it: the customer’s words, and the waiting for them ends', async () => {
    const others = (await desk.does('department.create', { name: '维修部', dispatch: 'claim' })).id
    const ticket = await desk.does('ticket.open', {
      subject: '空调漏水',
      departmentId: others,
      requester: { name: '孙某', phone: '13400134000' },
    })
    await desk.does('ticket.assign', { ticketId: ticket.id, departmentId: others })
    const call = await ring({ number: '13400134000' })
    const added = await ok(
      'ticket.recordCall',
      { ticketId: ticket.id, callId: call.id, body: '问师傅几点到' },
      wang.token,
    )
    expect(added).toMatchObject({ status: 'new', assignee: null, publicSeq: 1, lastFrom: 'customer' })
    expect(added.firstResponseAt).not.toBeNull()
    const line = (await timeline(ticket.id)).items.find(({ type }: Answer) => type === 'ticket.called')
    expect(line.message).toMatchObject({ kind: 'customer', author: { name: '孙某' }, body: '问师傅几点到' })
    expect(await ok('call.get', { id: call.id }, wang.token)).toMatchObject({ state: 'talking', outcome: 'recorded' })
    const bad = { ticketId: ticket.id, startedAt: desk.now().toISOString(), endedAt: '2026-11-01T00:00:00Z' }
    const reply = await http.post('ticket.recordCall', bad, { token: wang.token })
    expect(reply.body.fields).toMatchObject([{ path: 'endedAt', code: 'time.order' }])
  })
})

test('what was solved or taken by somebody else while one wrote is not answered unread', async () => {
  const open = { subject: '抢着答', departmentId, requester: { email: 'x@example.com' } }
  const ticket = await desk.does('ticket.open', open)
  await ok('ticket.claim', { ticketId: ticket.id }, li.token)
  const reply = { ticketId: ticket.id, body: '您好', seenSeq: 0 }
  const late = await http.post('ticket.reply', { ...reply, seenAssigneeId: null }, { token: wang.token })
  expect([late.status, late.body.code]).toEqual([409, 'ticket.moved'])
  expect(late.body.detail).toContain('CS002')
  await ok('ticket.solve', { ticketId: ticket.id, result: '好了' }, li.token)
  const seen = { seenAssigneeId: li.id, seenStatus: 'in_progress' }
  const solved = await http.post('ticket.reply', { ...reply, ...seen }, { token: wang.token })
  expect([solved.status, solved.body.code]).toEqual([409, 'ticket.moved'])
  expect(solved.body.detail).toContain('处理完毕')
  expect(
    (await http.post('ticket.reply', { ...reply, seenAssigneeId: li.id, seenStatus: 'solved' }, { token: wang.token }))
      .status,
  ).toBe(200)
})
