import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/kernel/ids.ts'
import type { LoggedEvent } from '../src/kernel/log/event.ts'
import { readNetwork } from '../src/kernel/outgoing/index.ts'
import { inTransaction } from '../src/kernel/transaction.ts'
import { smsDraft } from '../src/records/sms/index.ts'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'
import { type SmsPeer, smsKeys, startSmsPeer } from '../test/sms-peer.ts'
import { found } from '../test/until.ts'

/** 短信往来：三家通道发送、运营商回执、客户回短信催问或打分。 */
let t: TestDesk
let http: TestHttp
let peer: SmsPeer
let stop: () => Promise<void>
const accounts: Record<string, Answer> = {}
beforeAll(async () => {
  peer = await startSmsPeer()
  const outgoingAllow = [readNetwork('127.0.0.1')].filter(network => network !== undefined)
  t = await testDesk({ realTime: true, config: { outgoingAllow } })
  http = await testHttp(t)
  await t.does('settings.update', { deskName: '晨光电器' })
  stop = t.desk.outbox.start()
  const templates = { code: 'SMS_1001', survey: 'SMS_1002', reply: 'SMS_1003', text: 'SMS_1004' }
  accounts.aliyun = await t.does('smsAccount.create', {
    provider: 'aliyun',
    name: '阿里云',
    settings: { accessKeyId: smsKeys.id, signName: '晨光', endpoint: peer.url },
    secrets: { accessKeySecret: smsKeys.secret },
    templates,
  })
  accounts.tencent = await t.does('smsAccount.create', {
    provider: 'tencent',
    name: '腾讯云',
    settings: { secretId: smsKeys.id, sdkAppId: '1400000001', signName: '晨光', endpoint: peer.url },
    secrets: { secretKey: smsKeys.secret },
    templates: { code: '2001', text: '2004' },
  })
  accounts.gateway = await t.does('smsAccount.create', {
    provider: 'gateway',
    name: '网关',
    settings: {
      url: `${peer.url}/send`,
      format: 'form',
      phoneField: 'to',
      textField: 'words',
      idField: 'ref',
      signName: '晨光',
    },
    secrets: { token: smsKeys.secret },
  })
})
afterAll(async () => {
  await stop()
  await http.app.close()
  await t.close()
  await peer.close()
})

const deliveryOf = (holds: (delivery: Answer) => boolean): Promise<Answer> =>
  found(async () => (await t.asks('delivery.list', { limit: 200 })).items.find(holds))
const isTest = (account: Answer, status: string) => async () => {
  const { items } = await t.asks('smsAccount.list', {})
  const { last } = items.find(({ id }: Answer) => id === account.id)
  return last?.status === status ? last : undefined
}
/** As the provider pushes it. */
const push = async (path: string, body: unknown, type = 'application/json'): Promise<Answer> => {
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await http.app.inject({ method: 'POST', url: path, headers: { 'content-type': type }, payload })
  return { status: answer.statusCode, body: answer.json() }
}
/** A text message about a ticket, as other rooms put them out. */
const text = async (topicId: string, phone: string, purpose: string): Promise<string> => {
  const id = newId()
  const cause = { seq: 1, depth: 0, request_id: null } as LoggedEvent
  const words = { phone, text: '请为本次服务打分', template: 'survey', params: { number: 'G1' } } as const
  const draft = smsDraft(await t.desk.configuration.current(), words, { id, topicId, purpose, cause })
  await inTransaction(t.desk, tx => t.desk.outbox.put(tx, [draft]))
  return id
}

describe('sending', () => {
  test.each([
    [
      'aliyun',
      { provider: 'aliyun', phone: '13900000001', template: 'SMS_1001', params: { code: '123456', minutes: '5' } },
    ],
    ['tencent', { provider: 'tencent', phone: '+8613900000001', template: '2001', params: ['123456', '5'] }],
    ['gateway', { provider: 'gateway', phone: '+8613900000001', text: '【晨光】这是晨光电器的测试短信' }],
  ])('%s takes it, and its signature is right', async (name, expected) => {
    await t.does('smsAccount.test', { smsAccountId: accounts[name].id, phone: '139 0000 0001', template: 'code' })
    expect(await found(isTest(accounts[name], 'sent'))).toMatchObject({ error: null })
    const taken = await peer.message(({ provider }) => provider === expected.provider)
    expect(taken).toMatchObject(expected)
    const row = await t.desk.db.selectFrom('deliveries').selectAll().where('id', '=', taken.ours).executeTakeFirst()
    expect(row).toMatchObject({ status: 'sent', provider_id: taken.id, target_id: accounts[name].id })
  })

  test('a wrong secret is a clear refusal', async () => {
    const { tencent } = accounts
    await t.does('smsAccount.update', { smsAccountId: tencent.id, secrets: { secretKey: 'wrong' } })
    await t.does('smsAccount.test', { smsAccountId: tencent.id, phone: '13900000001' })
    expect((await found(isTest(tencent, 'failed'))).error).toMatch(/^对方拒收（AuthFailure.SignatureFailure/)
    await t.does('smsAccount.update', { smsAccountId: tencent.id, secrets: { secretKey: smsKeys.secret } })
  })

  test.each([
    ['no such template', { status: 400, body: { Code: 'isv.SMS_TEMPLATE_ILLEGAL' } }, 'failed', 'TEMPLATE_ILLEGAL'],
    ['they do not know', { status: 500, body: { Code: 'InternalError' } }, 'unknown', 'HTTP 500'],
    ['a page', { status: 200, body: [] }, 'unknown', '无法识别'],
    // The last one: it is tried again after a while, and would take what the peer is to answer next.
    ['too often', { status: 400, body: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } }, 'queued', 'BUSINESS_LIMIT_CONTROL'],
  ])('%s', async (_name, odd, status, words) => {
    const phone = `1391234${String(Math.floor(1000 + peer.taken.length * 7 + words.length))}`
    peer.answer(odd)
    await t.does('smsAccount.test', { smsAccountId: accounts.aliyun.id, phone })
    const delivery = await deliveryOf(
      one => one.recipient === `+86${phone}` && one.attempts > 0 && one.status !== 'sending',
    )
    expect(delivery).toMatchObject({ status, error: expect.stringContaining(words) })
  })
})

describe('what the provider reports', () => {
  test('arrived, and whatever comes later changes nothing', async () => {
    const ticket = await t.does('ticket.open', { subject: '漏水', requester: { phone: '13911110001' } })
    const id = await text(ticket.id, '13911110001', 'notice')
    const { id: bizId } = await peer.message(taken => taken.ours === id)
    await deliveryOf(one => one.id === id && one.status === 'sent')
    const receipt = { biz_id: bizId, out_id: id, success: true, report_time: '2026-11-22 11:00:00' }
    const { report } = accounts.aliyun.callbacks
    expect(await push(report, [receipt])).toEqual({ status: 200, body: { code: 0, msg: '接收成功' } })
    expect(await deliveryOf(one => one.id === id)).toMatchObject({
      status: 'sent',
      deliveredAt: '2026-11-22T03:00:00.000Z',
    })
    await push(report, [{ ...receipt, success: false, err_code: 'UNDELIV' }])
    expect(await deliveryOf(one => one.id === id)).toMatchObject({ status: 'sent', ticketId: ticket.id })
  })

  test('not arrived: a dead letter with the reason, which a person can send again', async () => {
    const ticket = await t.does('ticket.open', { subject: '漏水', requester: { phone: '13911110002' } })
    const id = await text(ticket.id, '13911110002', 'notice')
    const { id: bizId } = await peer.message(taken => taken.ours === id)
    await deliveryOf(one => one.id === id && one.status === 'sent')
    const { report } = accounts.aliyun.callbacks
    await push(report, [{ biz_id: bizId, success: false, err_code: 'UNDELIV', err_msg: '空号' }])
    expect(await deliveryOf(one => one.id === id)).toMatchObject({
      status: 'failed',
      error: '运营商回报未送达（UNDELIV 空号）',
      allowed: ['delivery.retry'],
    })
    const before = peer.taken.length
    await t.does('delivery.retry', { deliveryId: id })
    await peer.message(taken => taken.ours === id && peer.taken.indexOf(taken) >= before)
    await deliveryOf(one => one.id === id && one.status === 'sent')
    // The first try's receipt comes once more: it says nothing about the second.
    await push(report, [{ biz_id: bizId, out_id: id, success: false, err_code: 'UNDELIV' }])
    expect(await deliveryOf(one => one.id === id)).toMatchObject({ status: 'sent' })
  })

  test('through another account’s address nothing is believed', async () => {
    const ticket = await t.does('ticket.open', { subject: '漏水', requester: { phone: '13911110003' } })
    const id = await text(ticket.id, '13911110003', 'notice')
    const { id: bizId } = await peer.message(taken => taken.ours === id)
    await deliveryOf(one => one.id === id && one.status === 'sent')
    await push(accounts.tencent.callbacks.report, [{ sid: bizId, report_status: 'FAIL' }])
    await push(accounts.gateway.callbacks.report, { id, arrived: false })
    expect(await deliveryOf(one => one.id === id)).toMatchObject({ status: 'sent', deliveredAt: null })
  })

  test('at an address that is not ours there is nobody', async () => {
    const { report } = accounts.aliyun.callbacks
    const [, , , , id, seal = ''] = report.split('/')
    const wrong = [
      `x/${seal}`,
      `${id}/x`,
      `${id}/%00`,
      `${id}/${seal.slice(1)}`,
      `${id}/${seal}x`,
      `${accounts.tencent.id}/${seal}`,
      `${newId()}/${seal}`,
    ]
    for (const part of wrong) {
      expect((await push(`/api/public/sms/${part}/report`, [])).status, part).toBe(404)
      expect((await push(`/api/public/sms/${part}/reply`, [])).status, part).toBe(404)
    }
  })

  test.each(['nonsense', '"text"', '7', '[1]'])('%s is refused, and nothing breaks', async body => {
    expect((await push(accounts.aliyun.callbacks.report, body)).status).toBe(400)
    expect((await push(accounts.aliyun.callbacks.reply, body)).status).toBe(400)
  })
})

describe('what customers write', () => {
  let sequence = 0
  const write = (phone: string, content: string, more: Record<string, unknown> = {}) => {
    sequence += 1
    const pushed = {
      phone_number: phone,
      content,
      send_time: '2026-11-22 11:00:00',
      sequence_id: `s${sequence}`,
      ...more,
    }
    return push(accounts.aliyun.callbacks.reply, [pushed])
  }
  const said = async (ticketId: string): Promise<string[]> => {
    const { items } = await t.asks('ticket.timeline', { id: ticketId })
    return items.flatMap(({ message }: Answer) => (message ? [message.body] : []))
  }
  const ticketsOf = async (phone: string): Promise<Answer[]> => {
    await t.drained()
    const [customer] = (await t.asks('customer.find', { text: phone })).items
    const { items } = await t.asks('ticket.list', {
      where: { field: 'customerId', op: 'is', value: customer?.id ?? newId() },
      limit: 50,
    })
    return items
  }

  test('on an open ticket goes there, once, however often it is pushed', async () => {
    const ticket = await t.does('ticket.open', {
      subject: '空调不制冷',
      requester: { phone: '13922220001', name: '李雷' },
    })
    await t.does('ticket.claim', { ticketId: ticket.id }, (await agent()).caller)
    expect(await write('13922220001', '师傅什么时候来？')).toEqual({ status: 200, body: { code: 0, msg: '接收成功' } })
    await write('13922220001', '师傅什么时候来？', { sequence_id: `s${sequence}` })
    const [found] = await ticketsOf('13922220001')
    expect(found).toMatchObject({ id: ticket.id, lastFrom: 'customer' })
    expect((await said(ticket.id)).filter(body => body === '师傅什么时候来？')).toHaveLength(1)
    const { items } = await t.asks('ticket.timeline', { id: ticket.id })
    expect(items[0]).toMatchObject({
      type: 'ticket.received',
      actor: { kind: 'outside', name: '李雷' },
      message: { channel: 'sms', sender: '+8613922220001', verified: true },
    })
    const { items: log } = await t.asks('sms.list', {})
    expect(log[0]).toMatchObject({
      from: '+8613922220001',
      text: '师傅什么时候来？',
      ticketId: ticket.id,
      isScore: false,
    })
  })

  test('from somebody unknown opens a ticket, and the answer goes back by text message', async () => {
    await write('13922220002', '你好，我的订单一直没有发货，能帮我看看吗')
    const [ticket] = await ticketsOf('13922220002')
    expect(ticket).toMatchObject({ channel: 'sms', subject: '你好，我的订单一直没有发货，能帮我看看吗' })
    await t.does('ticket.reply', { ticketId: ticket.id, body: '今天发出，单号 SF123。' }, (await agent()).caller)
    const sent = await peer.message(({ template }) => template === 'SMS_1003')
    expect(sent).toMatchObject({
      phone: '13922220002',
      params: { number: ticket.number, text: '今天发出，单号 SF123。' },
    })
    const delivery = await deliveryOf(one => one.id === sent.ours && one.status === 'sent')
    expect(delivery).toMatchObject({ channel: 'sms', purpose: 'reply', ticketId: ticket.id })
  })

  test('a digit after a survey is a score, and no message; one without a survey is a message', async () => {
    const ticket = await t.does('ticket.open', { subject: '洗衣机', requester: { phone: '13922220003' } })
    await write('13922220003', '5')
    await t.drained()
    expect(await said(ticket.id)).toEqual(['5'])
    const id = await text(ticket.id, '13922220003', 'survey')
    await peer.message(taken => taken.ours === id)
    await write('13922220003', ' ４ ')
    await write('13922220003', '4 分，师傅很好')
    await t.drained()
    expect(await said(ticket.id)).toEqual(['4 分，师傅很好', '5'])
    const events = await t.desk.db
      .selectFrom('events')
      .select('payload')
      .where('type', '=', 'sms.received')
      .orderBy('seq')
      .execute()
    expect(events.slice(-3).map(({ payload }) => [payload.from, payload.text, payload.score])).toEqual([
      ['+8613922220003', '5', null],
      ['+8613922220003', '４', 4],
      ['+8613922220003', '4 分，师傅很好', null],
    ])
  })

  test('what was solved and written about is taken up again', async () => {
    const ticket = await t.does('ticket.open', { subject: '冰箱', requester: { phone: '13922220004' } })
    await t.does('ticket.solve', { ticketId: ticket.id, result: '已修' })
    const id = await text(ticket.id, '13922220004', 'notice')
    await peer.message(taken => taken.ours === id)
    await write('13922220004', '还是不行')
    await t.drained()
    expect(await t.asks('ticket.get', { id: ticket.id })).toMatchObject({ reopenCount: 1 })
    expect(await ticketsOf('13922220004')).toHaveLength(1)
  })

  test('odd letters and odd numbers are kept as far as they can be', async () => {
    await write('10690001', `\u0000坏\u202e字\ud800${'长'.repeat(900)}`)
    await t.drained()
    const { items } = await t.asks('sms.list', { limit: 1 })
    expect(items[0].text).toMatch(/^坏字/)
    expect(items[0].ticketId).toEqual(expect.any(String))
    await write('13922220005', '')
    await t.drained()
    expect(await ticketsOf('13922220005')).toEqual([])
  })
})

let somebody: Promise<Answer> | undefined
function agent(): Promise<Answer> {
  somebody ??= makeAgent()
  return somebody
}
async function makeAgent(): Promise<Answer> {
  const { callerFor } = await import('../src/records/sessions/index.ts')
  const [department] = (await t.asks('department.list', {})).items
  const role = (await t.asks('role.list', {})).items.find(({ key }: Answer) => key === 'agent')
  const made = await t.does('agent.create', {
    employeeNo: 'S1',
    name: '王芳',
    roleIds: [role.id],
    departmentIds: [department.id],
  })
  return { caller: await callerFor(t.desk, made.id) }
}
