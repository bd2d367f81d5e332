import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailTo, type TestCustomer, testCustomer, tokenIn } from '../test/customer.ts'
import { type Answer, testDesk } from '../test/desk.ts'
import { testHttp } from '../test/http.ts'
import { openPostOffice, type PostOffice } from '../test/post-office.ts'

/** 处理完毕即请客户评价：邮件里五个链接，点一下打开，按一下提交；差评当场转待跟进，不再自动关闭。 */
let office: PostOffice
let customer: TestCustomer
const day = 86_400_000
let last = 0

beforeAll(async () => {
  office = await openPostOffice({ realTime: false })
  customer = await testCustomer(office)
})
afterAll(async () => {
  await customer.app.close()
  await office.close()
})

async function solvedTicket(requester: object = {}, channel: 'form' | 'phone' = 'form', more: object = {}) {
  last += 1
  const email = `li-${last}@example.cn`
  const ticket = await office.does('ticket.open', {
    subject: `洗衣机 ${last}`,
    body: '异响',
    channel,
    requester: { name: '李雷', email, ...requester },
    ...more,
  })
  await office.does('ticket.solve', { ticketId: ticket.id, result: '更换减震器' })
  return { id: ticket.id as string, number: ticket.number as string, email }
}

const surveyMail = (email: string, after = 0) => mailTo(office.host, email, '请为本次服务打分', after)
const rate = (token: string, score: number, comment?: string) =>
  customer.api('survey.answer', { token, score, ...(comment && { comment }) })
const stateOf = (id: string): Promise<Answer> => office.asks('ticket.get', { id })
const surveysOf = async (ticketId: string): Promise<Answer[]> => {
  await office.drained()
  return (await office.asks('survey.list', { ticketId })).items
}

test('solved, asked by mail, rated 1: followed up at once, and never closed by itself', async () => {
  const ticket = await solvedTicket()
  const mail = await surveyMail(ticket.email)
  expect(mail.mail.subject).toContain(ticket.number)
  for (const score of [1, 2, 3, 4, 5]) expect(mail.mail.text).toMatch(new RegExp(`/rate/[a-z2-7]{26}\\?score=${score}`))
  const token = tokenIn(mail, 'rate')

  // Looking changes nothing, however often.
  for (let n = 0; n < 2; n++) {
    const { status, body } = await customer.api('survey.get', { token })
    expect(status).toBe(200)
    expect(body).toMatchObject({ ticketNumber: ticket.number, score: null, open: true })
  }
  expect((await stateOf(ticket.id)).satisfaction).toBeNull()

  office.turn(60_000)
  expect(await rate(token, 1, '还是响，没有修好')).toMatchObject({ status: 200, body: { score: 1, open: true } })
  expect(await stateOf(ticket.id)).toMatchObject({ status: 'follow_up', satisfaction: 1 })
  const told = (await office.timeline(ticket.id)).find(({ type }: Answer) => type === 'survey.answered')
  expect(told).toMatchObject({
    actor: { kind: 'outside', name: '李雷' },
    text: '李雷 评价 1 分',
    payload: {
      score: 1,
      hasComment: true,
      cycle: 1,
      bad: true,
      changes: [
        { field: 'satisfaction', from: null, to: 1 },
        { field: 'status', from: 'solved', to: 'follow_up' },
      ],
    },
  })
  office.turn(10 * day)
  await office.sweep()
  expect(await stateOf(ticket.id)).toMatchObject({ status: 'follow_up' })
  expect(await surveysOf(ticket.id)).toMatchObject([
    { cycle: 1, channel: 'email', score: 1, comment: '还是响，没有修好' },
  ])
  await expect.poll(async () => (await surveysOf(ticket.id))[0]?.delivery, { timeout: 15_000 }).toBe('sent')
})

test('a rating that is closed already comes back as well; a good one leaves everything as it is', async () => {
  const [bad, good] = [await solvedTicket(), await solvedTicket()]
  const tokens = [tokenIn(await surveyMail(bad.email), 'rate'), tokenIn(await surveyMail(good.email), 'rate')]
  office.turn(4 * day)
  await office.sweep()
  expect(await stateOf(bad.id)).toMatchObject({ status: 'closed' })
  await rate(tokens[0] ?? '', 2)
  await rate(tokens[1] ?? '', 5)
  expect(await stateOf(bad.id)).toMatchObject({ status: 'follow_up', closedAt: null, satisfaction: 2 })
  expect(await stateOf(good.id)).toMatchObject({ status: 'closed', satisfaction: 5 })
})

test('a rating can be changed until the next resolution, which is asked about anew', async () => {
  const ticket = await solvedTicket()
  const first = tokenIn(await surveyMail(ticket.email), 'rate')
  await rate(first, 5)
  await rate(first, 4, '还不错')
  // Pressing again says nothing new, and takes no words back.
  expect((await rate(first, 4)).body).toMatchObject({ score: 4, comment: '还不错' })
  const answers = (await office.timeline(ticket.id)).filter(({ type }: Answer) => type === 'survey.answered')
  expect(answers.map(({ payload }: Answer) => payload.score)).toEqual([5, 4])

  await office.does('ticket.reopen', { ticketId: ticket.id, reason: '又响了' })
  const mailsBefore = office.host.mails.length
  await office.does('ticket.solve', { ticketId: ticket.id, result: '整机更换' })
  const second = tokenIn(await surveyMail(ticket.email, mailsBefore), 'rate')
  expect(second).not.toBe(first)
  expect(await rate(first, 1)).toMatchObject({ status: 409, body: { code: 'survey.over' } })
  expect((await customer.api('survey.get', { token: first })).body).toMatchObject({ score: 4, open: false })
  expect(await rate(second, 3)).toMatchObject({ status: 200, body: { cycle: 2 } })
  expect(await surveysOf(ticket.id)).toMatchObject([
    { cycle: 2, score: 3 },
    { cycle: 1, score: 4 },
  ])
})

test('solved, closed and confirmed: one cycle, one mail', async () => {
  const ticket = await solvedTicket()
  await surveyMail(ticket.email)
  await office.does('ticket.close', { ticketId: ticket.id })
  await office.drained()
  expect(await surveysOf(ticket.id)).toHaveLength(1)
})

describe('nobody is asked', () => {
  test.each([
    ['cancelled', 'ticket.cancel'],
    ['force-ended', 'ticket.forceEnd'],
  ] as const)('when it is %s', async (_, verb) => {
    const ticket = await office.does('ticket.open', {
      subject: 'x',
      body: 'x',
      channel: 'form',
      requester: { email: `end-${++last}@example.cn` },
    })
    await office.does(verb, { ticketId: ticket.id, reason: '客户撤回' })
    expect(await surveysOf(ticket.id)).toEqual([])
  })

  test('when the desk says never, or later', async () => {
    await office.does('portalSettings.update', { surveyMoment: 'off' })
    const never = await solvedTicket()
    expect(await surveysOf(never.id)).toEqual([])
    await office.does('portalSettings.update', { surveyMoment: 'closed' })
    const later = await solvedTicket()
    expect(await surveysOf(later.id)).toEqual([])
    await office.does('ticket.close', { ticketId: later.id })
    expect(await surveysOf(later.id)).toMatchObject([{ cycle: 1, channel: 'email' }])
    await office.does('portalSettings.update', { surveyMoment: 'solved' })
  })

  test('about such matters, as their template says', async () => {
    const { items } = await office.asks('template.list', {})
    const usual = items.find(({ of, isDefault }: Answer) => of === 'ticket' && isDefault)
    const quiet = await office.does('template.create', { name: '免评价', survey: 'never' })
    const ticket = await solvedTicket({}, 'form', { templateId: quiet.id })
    const asked = await solvedTicket({}, 'form', { templateId: usual.id })
    expect(await surveysOf(asked.id)).toMatchObject([{ cycle: 1 }])
    expect(await surveysOf(ticket.id)).toEqual([])
  })
})

test('who has only a phone is not asked, and the ticket says so', async () => {
  const ticket = await office.does('ticket.open', {
    subject: '来电',
    body: 'x',
    channel: 'phone',
    requester: { name: '韩梅', phone: '13800138111' },
  })
  await office.does('ticket.solve', { ticketId: ticket.id, result: '已处理' })
  expect(await surveysOf(ticket.id)).toMatchObject([{ channel: null, reason: 'survey.unreachable' }])
  const told = (await office.timeline(ticket.id)).find(({ type }: Answer) => type === 'survey.notSent')
  expect(told.text).toBe('未能请客户评价：客户没有可用的邮箱或短信号码')
})

test('who has only a phone gets a text message where the desk can send one, and rates by a digit', async () => {
  const desk = await testDesk()
  const http = await testHttp(desk)
  const account = await desk.does('smsAccount.create', {
    provider: 'aliyun',
    name: '阿里云',
    settings: { accessKeyId: 'id', signName: '晨光' },
    secrets: { accessKeySecret: 'secret' },
    templates: { survey: 'SMS_1' },
  })
  const ticket = await desk.does('ticket.open', {
    subject: '来电',
    body: 'x',
    channel: 'phone',
    requester: { phone: '13800138111' },
  })
  await desk.does('ticket.solve', { ticketId: ticket.id, result: '已处理' })
  await desk.drained()
  await desk.drained()
  expect((await desk.asks('survey.list', { ticketId: ticket.id })).items).toMatchObject([{ channel: 'sms' }])
  const [delivery] = await desk.desk.db.selectFrom('deliveries').selectAll().where('channel', '=', 'sms').execute()
  expect(delivery).toMatchObject({ recipient: '+8613800138111', purpose: 'survey' })
  expect(delivery?.request).toMatchObject({
    phone: '+8613800138111',
    template: 'survey',
    text: expect.stringMatching(new RegExp(`${ticket.number}.*/rate/[a-z2-7]{26}$`)),
    params: { number: ticket.number, link: expect.stringContaining('/rate/') },
  })
  // As if the provider had taken it, and then pushed what the customer wrote back.
  await desk.desk.db.updateTable('deliveries').set({ status: 'sent' }).where('channel', '=', 'sms').execute()
  const payload = [{ phone_number: '13800138111', content: ' 2 ', send_time: '2026-11-22 11:00:00', sequence_id: '1' }]
  await http.app.inject({ method: 'POST', url: account.callbacks.reply, payload })
  await desk.drained()
  await desk.drained()
  expect((await desk.asks('survey.list', { ticketId: ticket.id })).items).toMatchObject([{ score: 2 }])
  expect(await desk.asks('ticket.get', { id: ticket.id })).toMatchObject({ status: 'follow_up', satisfaction: 2 })
  await http.app.close()
  await desk.close()
})

describe('a link', () => {
  test('of one survey is worth nothing on the ticket’s page, and nothing for another ticket', async () => {
    const [one, other] = [await solvedTicket(), await solvedTicket()]
    const token = tokenIn(await surveyMail(one.email), 'rate')
    expect(await customer.portal('.ticket', undefined, { token })).toMatchObject({
      status: 401,
      body: { code: 'portal.link' },
    })
    await rate(token, 1)
    expect(await stateOf(other.id)).toMatchObject({ status: 'solved', satisfaction: null })
  })

  test('to the ticket’s page rates that ticket', async () => {
    const ticket = await solvedTicket()
    const token = tokenIn(await surveyMail(ticket.email), 'follow')
    await office.drained()
    expect(await rate(token, 5)).toMatchObject({ status: 200, body: { ticketNumber: ticket.number } })
  })

  test('that is made up, or too old, is refused alike', async () => {
    const ticket = await solvedTicket()
    const token = tokenIn(await surveyMail(ticket.email), 'rate')
    office.turn(31 * day)
    for (const wrong of [token, 'a'.repeat(26), "' or 1=1"]) {
      expect(await rate(wrong, 5)).toMatchObject({ status: 404, body: { code: 'survey.unknown' } })
      expect(await customer.api('survey.get', { token: wrong })).toMatchObject({ status: 404 })
    }
  })

  test.each([0, 6, 2.5, '5', null])('a score of %j is refused at its field', async score => {
    const { status, body } = await customer.api('survey.answer', { token: 'a'.repeat(26), score })
    expect(status).toBe(422)
    expect(body.fields[0].path).toBe('score')
  })
})

test('tickets are found by their rating', async () => {
  const ticket = await solvedTicket()
  await rate(tokenIn(await surveyMail(ticket.email), 'rate'), 2)
  const where = {
    all: [
      { field: 'satisfaction', op: 'atMost', value: 2 },
      { field: 'number', op: 'is', value: ticket.number },
    ],
  }
  expect((await office.asks('ticket.list', { where })).items).toMatchObject([{ id: ticket.id, satisfaction: 2 }])
  const { items } = await office.asks('ticket.list', { view: 'public.unhappy' })
  expect(items.map(({ id }: Answer) => id)).toContain(ticket.id)
})
