import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailTo, type TestCustomer, testCustomer, tokenIn } from '../test/customer.ts'
import type { Answer } from '../test/desk.ts'
import { openPostOffice, type PostOffice } from '../test/post-office.ts'

/** 客户自助查询：凭工单号和验证码，或邮件里的链接；看进度、补充、催办、确认或说没解决；内部的话一句也看不到。 */
let office: PostOffice
let customer: TestCustomer
const minute = 60_000
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

async function opened() {
  last += 1
  const email = `han-${last}@example.cn`
  const ticket = await office.does('ticket.open', {
    subject: `洗衣机 ${last}`,
    body: '脱水异响',
    channel: 'form',
    requester: { name: '韩梅', email },
  })
  const token = tokenIn(await mailTo(office.host, email, ticket.number), 'follow')
  return { id: ticket.id as string, number: ticket.number as string, email, token }
}
const page = async (token: string): Promise<Answer> => (await customer.portal('.ticket', undefined, { token })).body
const stateOf = (id: string): Promise<Answer> => office.asks('ticket.get', { id })
const say = (token: string, body: string, more: object = {}) =>
  customer.portal('.say', { key: randomUUID(), body, ...more }, { token })

describe('by number and code', () => {
  const codeIn = (text: string) => /验证码：(\d{6})/.exec(text)?.[1] ?? ''

  test('a code comes by mail, opens the page, and works once', async () => {
    const ticket = await opened()
    const before = office.host.mails.length
    expect(await customer.portal('.code', { number: ticket.number.toLowerCase() })).toMatchObject({ status: 200 })
    const { mail } = await mailTo(office.host, ticket.email, '验证码', before)
    const code = codeIn(mail.text)
    expect(mail.subject).not.toContain(code)
    // Whoever has the mail has the code; a way in for months would be another matter.
    expect(mail.text).not.toContain('/follow/')
    const entered = await customer.portal('.enter', {
      number: ticket.number,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    })
    expect(entered.status).toBe(200)
    expect(await page(entered.body.token)).toMatchObject({ number: ticket.number })
    expect(await customer.portal('.enter', { number: ticket.number, code })).toMatchObject({ status: 422 })
    // A day later the page is closed again.
    office.turn(day + minute)
    expect(await customer.portal('.ticket', undefined, { token: entered.body.token })).toMatchObject({ status: 401 })
  })

  test('an unknown number is answered word for word like a known one', async () => {
    const ticket = await opened()
    const [known, unknown] = await Promise.all(
      [ticket.number, 'G20991231999'].map(number => customer.portal('.code', { number })),
    )
    expect([unknown?.status, unknown?.body]).toEqual([known?.status, known?.body])
    await mailTo(office.host, ticket.email, '验证码')
    const refused = await Promise.all(
      [ticket.number, 'G20991231999'].map(async number => {
        const started = performance.now()
        const { status, body } = await customer.portal('.enter', { number, code: '000000' })
        return { status, fields: body.fields, waited: performance.now() - started >= 290 }
      }),
    )
    expect(refused[1]).toEqual(refused[0])
    expect(refused[0]).toMatchObject({ status: 422, fields: [{ path: 'code' }], waited: true })
  })

  test('a code is good for ten minutes and five tries', async () => {
    const [slow, guessed] = [await opened(), await opened()]
    const codes: string[] = []
    for (const { number, email } of [slow, guessed]) {
      const before = office.host.mails.length
      await customer.portal('.code', { number })
      codes.push(codeIn((await mailTo(office.host, email, '验证码', before)).mail.text))
    }
    const wrong = codes[1] === '111111' ? '222222' : '111111'
    for (let n = 0; n < 5; n++) await customer.portal('.enter', { number: guessed.number, code: wrong })
    expect(await customer.portal('.enter', { number: guessed.number, code: codes[1] })).toMatchObject({ status: 422 })
    office.turn(11 * minute)
    expect(await customer.portal('.enter', { number: slow.number, code: codes[0] })).toMatchObject({ status: 422 })
  })

  test('nobody can fill somebody’s mailbox with codes, known number or not', async () => {
    const ticket = await opened()
    for (const number of [ticket.number, 'G20991231998']) {
      const statuses: number[] = []
      for (let n = 0; n < 4; n++) statuses.push((await customer.portal('.code', { number })).status)
      expect(statuses).toEqual([200, 200, 429, 429])
    }
    const { status, headers } = await customer.portal('.code', { number: ticket.number })
    expect(status).toBe(429)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    // However patient: within an hour five codes for one ticket.
    for (let n = 0; n < 10; n++) {
      office.turn(2 * minute)
      await customer.portal('.code', { number: ticket.number })
    }
    await office.drained()
    await office.drained()
    const { rows } = await office.desk.pool.query('select count(*)::int as n from portal_codes where ticket_id = $1', [
      ticket.id,
    ])
    expect(rows[0].n).toBeLessThanOrEqual(5)
  })
})

describe('the ticket’s page', () => {
  test('shows what was said to each other and how far it is, and nothing of ourselves', async () => {
    const ticket = await opened()
    const department = await office.does('department.create', { name: `绝密部门-${last}` })
    await office.does('ticket.transfer', { ticketId: ticket.id, departmentId: department.id, reason: '内部原因' })
    await office.does('ticket.note', { ticketId: ticket.id, body: '内部备注：难缠' })
    await office.does('ticket.progress', { ticketId: ticket.id, body: '内部进度' })
    await office.does('ticket.receive', {
      ticketId: ticket.id,
      body: '陌生人的话',
      channel: 'email',
      verified: false,
      from: 'eve@evil.example',
    })
    await office.does('ticket.reply', { ticketId: ticket.id, body: '您好，已安排上门。' })
    const shown = await page(ticket.token)
    expect(shown).toMatchObject({
      number: ticket.number,
      waiting: 'us',
      messages: [
        { mine: true, body: '脱水异响' },
        { mine: false, body: '您好，已安排上门。' },
      ],
    })
    expect(JSON.stringify(shown)).not.toMatch(/绝密|内部|陌生|难缠|assignee|department/)
  })

  test('takes a message with a picture, once however often it is sent, and shows the picture to nobody else', async () => {
    const ticket = await opened()
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const file = await customer.attach(ticket.token, '照片.png', png)
    expect(file).toMatchObject({ status: 200, body: { mediaType: 'image/png' } })
    const words = { key: randomUUID(), body: '补一张照片', attachmentIds: [file.body.id] }
    for (let n = 0; n < 2; n++)
      expect(await customer.portal('.say', words, { token: ticket.token })).toMatchObject({
        status: 200,
        body: { next: null },
      })
    const { messages } = await page(ticket.token)
    expect(messages).toHaveLength(2)
    const [shown] = messages[1].files
    expect(shown).toMatchObject({ name: '照片.png', picture: true })
    const picture = await customer.get(shown.url)
    expect(picture).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
    expect(picture.headers['content-security-policy']).toContain('sandbox')
    expect((await customer.get(`${shown.url}x`)).status).toBe(404)
    office.turn(3 * 3_600_000)
    expect((await customer.get(shown.url)).status).toBe(404)
    const [said] = (await office.timeline(ticket.id)).filter(({ type }: Answer) => type === 'ticket.received')
    expect(said.message).toMatchObject({ channel: 'portal', verified: true, author: { name: '韩梅' } })
    // A file of one's own ticket is no file of another one's.
    const other = await opened()
    const theirs = await customer.attach(other.token, 'b.txt', '二')
    expect(await say(ticket.token, 'x', { attachmentIds: [theirs.body.id] })).toMatchObject({ status: 422 })
  })

  test('urges, and says when again', async () => {
    const ticket = await opened()
    const { status, body } = await customer.portal('.urge', {}, { token: ticket.token })
    expect([status, body.urge]).toEqual([200, { may: true, count: 1, againAt: expect.any(String) }])
    expect(Date.parse(body.urge.againAt) - office.now().getTime()).toBe(10 * minute)
    const again = await customer.portal('.urge', {}, { token: ticket.token })
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'ticket.urgedJustNow', detail: expect.stringContaining('10') },
    })
    office.turn(10 * minute)
    expect((await customer.portal('.urge', {}, { token: ticket.token })).body.urge.count).toBe(2)
  })

  test('not solved: followed up with the customer’s words; then solved and confirmed: closed', async () => {
    const ticket = await opened()
    expect(await customer.portal('.confirm', {}, { token: ticket.token })).toMatchObject({
      status: 409,
      body: { code: 'portal.notNow' },
    })
    await office.does('ticket.solve', { ticketId: ticket.id, result: '已维修' })
    expect(await page(ticket.token)).toMatchObject({
      mayConfirm: true,
      mayObject: true,
      waiting: 'confirmation',
      closesAt: expect.any(String),
    })
    const objected = await customer.portal('.object', { key: randomUUID(), words: '还是响' }, { token: ticket.token })
    expect(objected.body).toMatchObject({ status: 'follow_up', mayObject: false })
    expect(objected.body.messages.at(-1)).toMatchObject({ mine: true, body: '还是响' })
    expect(await stateOf(ticket.id)).toMatchObject({ status: 'follow_up' })
    const told = (await office.timeline(ticket.id)).find(({ type }: Answer) => type === 'ticket.followedUp')
    expect(told).toMatchObject({ actor: { kind: 'outside', name: '韩梅' }, text: '韩梅 转为待跟进：还是响' })

    await office.does('ticket.solve', { ticketId: ticket.id, result: '整机更换' })
    const confirmed = await customer.portal('.confirm', {}, { token: ticket.token })
    expect(confirmed.body).toMatchObject({ status: 'closed', mayConfirm: false, waiting: 'nothing' })
    expect(await stateOf(ticket.id)).toMatchObject({ status: 'closed' })
  })

  test('words on what is closed for good begin the next ticket, and lead there', async () => {
    const ticket = await opened()
    await office.does('ticket.solve', { ticketId: ticket.id, result: '已维修' })
    await office.does('ticket.close', { ticketId: ticket.id })
    const { body } = await say(ticket.token, '又坏了')
    expect(body.next.number).not.toBe(ticket.number)
    expect(await page(body.next.token)).toMatchObject({ number: body.next.number, messages: [{ body: '又坏了' }] })
  })

  test.each([
    ['.say', { key: 'x', body: 'x' }, 'key'],
    ['.say', { key: randomUUID(), body: ' \n' }, 'body'],
    ['.say', { key: randomUUID(), body: 'x'.repeat(20_001) }, 'body'],
    ['.say', { key: randomUUID(), body: 'x', ticketId: randomUUID() }, 'ticketId'],
    ['.object', { key: randomUUID(), words: '' }, 'words'],
    ['.urge', { note: 'x' }, 'note'],
  ])('%s of %j is refused at its field', async (name, body, path) => {
    const { token } = await opened()
    const answer = await customer.portal(name, body, { token })
    expect(answer.status).toBe(422)
    expect(answer.body.fields[0].path).toBe(path)
  })
})

describe('a link', () => {
  test('stops when it is revoked, when it is old, and when the ticket gets another customer', async () => {
    const [revoked, old, given] = [await opened(), await opened(), await opened()]
    await office.does('ticket.revokeLinks', { ticketId: revoked.id })
    expect(await customer.portal('.ticket', undefined, { token: revoked.token })).toMatchObject({ status: 401 })
    const other = await office.does('customer.create', { name: '另一位' })
    await office.does('ticket.update', { ticketId: given.id, customerId: other.id })
    expect(await customer.portal('.ticket', undefined, { token: given.token })).toMatchObject({ status: 401 })
    expect(await customer.portal('.ticket', undefined, { token: old.token })).toMatchObject({ status: 200 })
    office.turn(91 * day)
    expect(await customer.portal('.ticket', undefined, { token: old.token })).toMatchObject({ status: 401 })
  })

  test('does nothing by a GET, and nothing from another site', async () => {
    const ticket = await opened()
    for (const name of ['.say', '.urge', '.confirm', '.object', '.code', '.enter'])
      expect((await customer.portal(name, undefined, { token: ticket.token })).status).toBe(404)
    const headers = { origin: 'https://evil.example', host: 'desk.example' }
    expect(await customer.portal('.urge', {}, { token: ticket.token, headers })).toMatchObject({
      status: 403,
      body: { code: 'origin' },
    })
  })

  test('is in no mail, and leads nowhere, when following is switched off', async () => {
    const before = await opened()
    await office.does('portalSettings.update', { followEnabled: false })
    expect(await customer.portal('.ticket', undefined, { token: before.token })).toMatchObject({
      status: 403,
      body: { code: 'portal.closed' },
    })
    const after = await opened()
    expect(after.token).toBe('')
    await office.does('portalSettings.update', { followEnabled: true })
  })
})
