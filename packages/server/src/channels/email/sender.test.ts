import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '../../../test/desk.ts'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'

let office: PostOffice
beforeEach(async () => {
  office = await openPostOffice()
  // What is tested is the answer alone.
  await office.does('settings.update', { acknowledge: false })
})
afterEach(() => office.close())

describe('an answer by mail', () => {
  test('fails at once when the address does not exist, and a person may send it again', async () => {
    office.host.behave('never')
    const delivery = await answer('您好')
    expect(await settled(delivery.id, 'failed')).toMatchObject({
      attempts: 1,
      error: expect.stringContaining('550 5.1.1 No such user'),
      allowed: ['delivery.retry'],
    })
    office.host.behave('take')
    await office.does('delivery.retry', { deliveryId: delivery.id })
    expect(await settled(delivery.id, 'sent')).toMatchObject({ attempts: 1, error: null, allowed: [] })
    expect(office.host.mails).toHaveLength(1)
    await expect(office.does('delivery.retry', { deliveryId: delivery.id })).rejects.toMatchObject({
      code: 'delivery.notRetryable',
    })
    const items = await office.timeline(delivery.ticketId)
    expect(
      items.flatMap(({ type, verb, payload }: Answer) =>
        type === 'delivery.changed' ? [[verb, payload.from, payload.to]] : [],
      ),
    ).toEqual([
      ['delivery.send', null, 'queued'],
      ['delivery.send', 'sending', 'failed'],
      ['delivery.retry', 'failed', 'queued'],
      ['delivery.send', 'sending', 'sent'],
    ])
  })

  test('waits for its next try when the host says later, and does not wait when a person says now', async () => {
    office.host.behave('later')
    const delivery = await answer('您好')
    const waiting = await until(delivery.id, ({ attempts, status }) => attempts === 1 && status === 'queued')
    expect(waiting.error).toContain('451 4.7.1 Greylisted')
    const pause = Date.parse(waiting.nextAt) - Date.now()
    expect(pause).toBeGreaterThan(45_000)
    expect(pause).toBeLessThan(75_000)
    office.host.behave('take')
    await office.does('delivery.retry', { deliveryId: delivery.id })
    await settled(delivery.id, 'sent')
    expect(office.host.mails).toHaveLength(1)
  })

  test('is unknown when the line was cut after its last byte, and leaves a second time only when a person says so', async () => {
    office.host.behave('cut')
    const delivery = await answer('您好')
    expect(await settled(delivery.id, 'unknown')).toMatchObject({ attempts: 1, allowed: ['delivery.retry'] })
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(office.host.mails).toHaveLength(1)
    office.host.behave('take')
    await office.does('delivery.retry', { deliveryId: delivery.id })
    await settled(delivery.id, 'sent')
    const ids = office.host.mails.map(({ mail }) => mail.messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  test('waits while the relay is away', async () => {
    const { url } = office.host
    await office.host.stop()
    const delivery = await answer('您好')
    const waiting = await until(delivery.id, ({ attempts, status }) => attempts === 1 && status === 'queued')
    expect(waiting.error).toMatch(/ECONNREFUSED/)
    expect(url).toContain('127.0.0.1')
  })

  test('cannot be made to carry another header by any text', async () => {
    const ticket = await office.does('ticket.open', {
      subject: 'x',
      body: 'x',
      channel: 'form',
      requester: { name: 'Wang"\\ <eve@evil.example>', email: 'wang@example.cn' },
    })
    await office.does('ticket.update', { ticketId: ticket.id, subject: '主题 Bcc: eve@evil.example' })
    await office.does('ticket.reply', {
      ticketId: ticket.id,
      body: 'words\n.\nBcc: eve@evil.example\n\nFrom: eve@evil.example',
    })
    const { raw, to, mail } = await office.host.mail(() => true)
    expect(to).toEqual(['wang@example.cn'])
    expect(mail.head.has('bcc')).toBe(false)
    expect(mail.head.all('from')).toHaveLength(1)
    expect(mail.text).toContain('words\n.\nBcc: eve')
    expect(raw.toString()).toContain('To: wang@example.cn\r\n')
  })
})

describe('who is written to', () => {
  test('a customer of the form, at the address given there', async () => {
    const ticket = await office.does('ticket.open', {
      subject: '表单',
      body: 'x',
      channel: 'form',
      requester: { email: 'form@example.cn' },
    })
    await office.does('ticket.reply', { ticketId: ticket.id, body: '答复表单' })
    expect((await office.host.mail(() => true)).to).toEqual(['form@example.cn'])
  })

  test('nobody, when the customer has no address; on a channel of writing that is shown', async () => {
    const [form, phone] = await Promise.all(
      (['form', 'phone'] as const).map(channel =>
        office.does('ticket.open', { subject: channel, body: 'x', channel, requester: { phone: '13800138000' } }),
      ),
    )
    for (const ticket of [form, phone]) await office.does('ticket.reply', { ticketId: ticket.id, body: '答复' })
    await office.drained()
    const { items } = await office.asks('delivery.list', {})
    expect(items).toMatchObject([
      { ticketId: form.id, status: 'suppressed', error: '客户没有可用的邮箱地址，邮件未发送', allowed: [] },
    ])
    expect(office.host.mails).toEqual([])
  })
})

test('without a relay an answer waits and says so', async () => {
  await office.close()
  office = await openPostOffice({ relay: false })
  await office.does('settings.update', { acknowledge: false })
  const delivery = await answer('您好')
  await new Promise(resolve => setTimeout(resolve, 200))
  const { items } = await office.asks('delivery.list', { status: ['queued'] })
  const replied = (await office.timeline(delivery.ticketId)).find(({ type }: Answer) => type === 'ticket.replied')
  expect(replied.message.delivery).toMatchObject({ status: 'queued', error: items[0].error })
  expect(items).toMatchObject([
    { id: delivery.id, attempts: 0, nextAt: null, error: '未配置发信服务器（BATON_SMTP_URL），邮件在排队等待' },
  ])
})

async function answer(body: string): Promise<Answer> {
  const ticket = await office.does('ticket.open', {
    subject: '订单',
    body: 'x',
    channel: 'email',
    requester: { email: 'wang@example.cn' },
  })
  await office.does('ticket.reply', { ticketId: ticket.id, body })
  await office.drained()
  const { items } = await office.asks('delivery.list', { ticketId: ticket.id })
  return items[0]
}

const settled = (id: string, status: string) => until(id, delivery => delivery.status === status)

async function until(id: string, holds: (delivery: Answer) => boolean): Promise<Answer> {
  for (const end = Date.now() + 8000; ; ) {
    const [delivery] = await office.desk.present('delivery', [id], office.system)
    if (delivery && holds(delivery)) {
      await office.drained()
      return delivery
    }
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(delivery)}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
