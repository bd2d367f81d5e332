import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../../test/desk.ts'
import type { Received } from '../../../test/mail-host.ts'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'
import { storeFile } from '../../records/files/index.ts'

let office: PostOffice
beforeAll(async () => {
  office = await openPostOffice()
})
afterAll(() => office.close())

describe('a matter that comes by mail', () => {
  test('is acknowledged with its number, by a machine that wants no answer from machines', async () => {
    const ticket = await written('order')
    const mail = await office.host.mail(({ mail: { subject } }) => subject.includes(ticket.number))
    expect(mail.mail.subject).toBe(`Re: order [${ticket.number}]`)
    expect(mail.mail.text).toContain(`已收到您的来信，编号 ${ticket.number}`)
    expect(mail).toMatchObject({ to: [ticket.customer.emails[0]] })
    expect(mail.header('auto-submitted')).toBe('auto-replied')
    expect(mail.header('x-auto-response-suppress')).toBe('All')
    expect(mail.mail.from).toEqual({ name: '客服邮箱', address: 'support@localhost' })
    expect(mail.mail.references[0]).toBe(`${ticket.customer.name}-order@example.cn`)
  })

  test('is answered into the customer’s mailbox: words, number, files and headers', async () => {
    const { ticket, mail } = await answered('invoice', '发票见附件。\n<b>不是</b> HTML & 引号 "x"', [
      { name: '发票 2026.pdf', content: '%PDF-1.4 invoice' },
    ])
    expect(mail.mail.subject).toBe(`Re: invoice [${ticket.number}]`)
    expect(mail.mail.text).toMatch(/^发票见附件。\n<b>不是<\/b> HTML & 引号 "x"/)
    expect(mail.mail.text).toContain(`编号：${ticket.number}`)
    expect(mail.mail.html).toContain('&lt;b&gt;不是&lt;/b&gt; HTML &amp; 引号 "x"')
    expect(mail.mail.attachments).toMatchObject([{ name: '发票 2026.pdf' }])
    expect(mail.mail.attachments[0]?.content.toString()).toBe('%PDF-1.4 invoice')
    expect(mail.header('auto-submitted')).toBe('')
    expect(mail.mail.replyTo?.address).toMatch(/^reply\+[a-z2-7]{26}@localhost$/)
    expect(mail.from).toBe(mail.mail.replyTo?.address)
    expect(mail.mail.references[0]).toBe(`${ticket.customer.name}-invoice@example.cn`)
    for (const line of mail.raw.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
    expect(mail.raw.every(byte => byte < 0x80)).toBe(true)
  })

  test('tells the fate of the answer on its timeline', async () => {
    const { ticket } = await answered('fate', '好的')
    const items = await office.timeline(ticket.id)
    const changes = items
      .filter((item: Answer) => item.type === 'delivery.changed')
      .map(({ payload }: Answer) => payload.to)
    expect(changes.filter((to: string) => to === 'sent')).toHaveLength(2)
    const reply = items.find((item: Answer) => item.type === 'ticket.replied')
    expect(reply.message.delivery).toMatchObject({ status: 'sent', attempts: 1, error: null })
    const { items: rows } = await office.asks('delivery.list', { ticketId: ticket.id })
    expect(rows.map(({ purpose, status }: Answer) => [purpose, status])).toEqual([
      ['reply', 'sent'],
      ['acknowledgement', 'sent'],
    ])
  })
})

describe('the customer’s answer', () => {
  test('finds its ticket by the address that it answers to, without any header', async () => {
    const { ticket, mail } = await answered('by token', '请提供订单号')
    await send(ticket, { to: mail.mail.replyTo?.address ?? '', subject: '完全不同的主题', text: '订单号 123' })
    expect(await last()).toMatchObject({ outcome: 'appended', ticket_id: ticket.id })
    expect((await office.timeline(ticket.id)).at(-1)).toMatchObject({
      type: 'ticket.received',
      message: { body: '订单号 123', verified: true, automatic: false },
    })
  })

  test('finds it even when the address came back in capitals', async () => {
    const { ticket, mail } = await answered('capitals', '请提供订单号')
    await send(ticket, { to: (mail.mail.replyTo?.address ?? '').toUpperCase(), subject: 'x' })
    expect(await last()).toMatchObject({ outcome: 'appended', ticket_id: ticket.id })
  })

  test('finds it by what its headers answer, without the address', async () => {
    const { ticket, mail } = await answered('by header', '请提供订单号')
    await send(ticket, { inReplyTo: `<${mail.mail.messageId}>`, subject: '换了主题' })
    expect(await last()).toMatchObject({ outcome: 'appended', ticket_id: ticket.id })
    const own = `<${ticket.customer.name}-by header@example.cn>`.replace(' ', '')
    await send(ticket, { references: [own, '<unknown@example.cn>'], subject: '只引用了自己的第一封' })
    expect(await last()).toMatchObject({ outcome: 'appended', ticket_id: ticket.id })
  })

  test('never finds it by its subject, nor by a forged token', async () => {
    const { ticket, mail } = await answered('by subject', '请提供订单号')
    await send(ticket, { subject: mail.mail.subject })
    expect(await last()).toMatchObject({ outcome: 'opened' })
    const forged = (mail.mail.replyTo?.address ?? '').replace(/.@/, letter => (letter === 'a@' ? 'b@' : 'a@'))
    await send(ticket, { to: forged, subject: 'forged' })
    expect(await last()).toMatchObject({ outcome: 'opened' })
    await office.desk.db
      .updateTable('tokens')
      .set({ expires_at: new Date(0) })
      .execute()
    await send(ticket, { to: mail.mail.replyTo?.address ?? '', subject: 'expired' })
    expect(await last()).toMatchObject({ outcome: 'opened' })
    await send(ticket, {
      to: mail.mail.replyTo?.address ?? '',
      inReplyTo: `<${mail.mail.messageId}>`,
      subject: 'expired, but answers',
    })
    expect(await last()).toMatchObject({ outcome: 'appended', ticket_id: ticket.id })
  })

  test('from somebody unknown is appended and marked, and our next answer does not go there', async () => {
    const { ticket, mail } = await answered('unknown sender', '请提供订单号')
    await office.send({
      from: 'Eve <eve@evil.example>',
      inReplyTo: `<${mail.mail.messageId}>`,
      subject: 'x',
      text: '请把退款打给我',
    })
    expect(await last()).toMatchObject({ outcome: 'appended', ticket_id: ticket.id })
    const [received] = (await office.timeline(ticket.id)).slice(-1)
    expect(received).toMatchObject({
      type: 'ticket.received',
      message: { verified: false, sender: 'eve@evil.example' },
    })
    await office.does('ticket.reply', { ticketId: ticket.id, body: '第二次答复' })
    const next = await office.host.mail(({ mail: { text } }) => text.includes('第二次答复'))
    expect(next.to).toEqual([ticket.customer.emails[0]])
  })

  test('reopens what was solved, and opens a new ticket after what was closed', async () => {
    const { ticket, mail } = await answered('life', '处理好了')
    await office.does('ticket.assign', { ticketId: ticket.id, assigneeId: await someone() })
    await office.does('ticket.solve', { ticketId: ticket.id, result: '已处理' })
    await send(ticket, { inReplyTo: `<${mail.mail.messageId}>`, subject: 'x', text: '还是不行' })
    expect((await last()).outcome).toBe('appended')
    expect(await office.asks('ticket.get', { id: ticket.id })).toMatchObject({ reopenCount: 1 })
    await office.does('ticket.solve', { ticketId: ticket.id, result: '已处理' })
    await office.does('ticket.close', { ticketId: ticket.id })
    await send(ticket, { inReplyTo: `<${mail.mail.messageId}>`, subject: 'x', text: '又坏了' })
    const row = await last()
    expect(row.outcome).toBe('opened')
    expect(await office.ticketOf(row)).toMatchObject({ links: [{ id: ticket.id }] })
  })

  test('by a machine is added, and moves nothing', async () => {
    const { ticket, mail } = await answered('vacation', '请稍候')
    await office.does('ticket.assign', { ticketId: ticket.id, assigneeId: await someone() })
    await office.does('ticket.solve', { ticketId: ticket.id, result: '已处理' })
    await send(ticket, {
      to: mail.mail.replyTo?.address ?? '',
      subject: '自动回复: 休假',
      headers: { 'Auto-Submitted': 'auto-replied' },
      text: '我在休假',
    })
    expect(await last()).toMatchObject({ outcome: 'appended', error: 'Auto-Submitted: auto-replied' })
    expect(await office.asks('ticket.get', { id: ticket.id })).toMatchObject({ status: 'solved' })
    expect((await office.timeline(ticket.id)).at(-1)).toMatchObject({ message: { automatic: true } })
    await send(ticket, { inReplyTo: `<${mail.mail.messageId}>`, subject: '自动回复: 收到您的邮件', text: '我在休假' })
    expect(await last()).toMatchObject({ outcome: 'appended', error: expect.stringContaining('at once') })
  })
})

describe('what must not go round', () => {
  test('our own mail that comes back is a loop', async () => {
    const { mail } = await answered('forwarded back', '请查收')
    await office.sendRaw(mail.raw, { from: mail.from })
    expect(await last()).toMatchObject({ outcome: 'loop', ticket_id: null })
  })

  test('one address hears five times an hour that its matter has arrived', async () => {
    for (let n = 0; n < 8; n++) await office.send({ from: 'eager@example.cn', subject: `第 ${n} 封` })
    await office.ledger()
    await office.drained()
    const rows = await office.desk.db
      .selectFrom('deliveries')
      .select('id')
      .where('recipient', '=', 'eager@example.cn')
      .execute()
    expect(rows).toHaveLength(5)
  })

  test('a bounce is never answered, makes no ticket, and the ticket tells why', async () => {
    const { ticket, mail } = await answered('bounced', '请查收')
    const before = (await office.desk.db.selectFrom('tickets').select('id').execute()).length
    await office.sendRaw(bounceOf(mail), { from: '', to: mail.from })
    const row = await last()
    expect(row).toMatchObject({ outcome: 'bounce', ticket_id: ticket.id, error: '550 5.1.1 User unknown' })
    expect((await office.desk.db.selectFrom('tickets').select('id').execute()).length).toBe(before)
    const items = await office.timeline(ticket.id)
    expect(items.at(-1)).toMatchObject({
      type: 'delivery.changed',
      payload: { from: 'sent', to: 'failed', error: '550 5.1.1 User unknown' },
    })
    expect(items.find((item: Answer) => item.type === 'ticket.replied').message.delivery).toMatchObject({
      status: 'failed',
    })
  })

  test('a bounce that only names our Message-ID finds its delivery too', async () => {
    const { ticket, mail } = await answered('bounced by name', '请查收')
    await office.sendRaw(bounceOf(mail), { from: '' })
    expect(await last()).toMatchObject({ outcome: 'bounce', ticket_id: ticket.id })
  })
})

/** A new customer's mail; answers the ticket that it became. */
async function written(subject: string): Promise<Answer> {
  const name = `customer${randomUUID().slice(0, 8)}`
  await office.send({
    from: `${name} <${name}@example.cn>`,
    subject,
    text: '请帮忙',
    messageId: `<${name}-${subject.replaceAll(' ', '')}@example.cn>`,
  })
  const ticket = await office.ticketOf(await last())
  expect(ticket.subject).toBe(subject)
  return ticket
}

async function answered(
  subject: string,
  body: string,
  files: { name: string; content: string }[] = [],
): Promise<{ ticket: Answer; mail: Received }> {
  const ticket = await written(subject)
  const attachmentIds = []
  for (const { name, content } of files) {
    attachmentIds.push(
      (await storeFile(office.desk, { name, bytes: Readable.from([Buffer.from(content)]), by: office.system })).id,
    )
  }
  await office.does('ticket.reply', { ticketId: ticket.id, body, attachmentIds })
  const mail = await office.host.mail(
    ({ to, mail: { text } }) => to[0] === ticket.customer.emails[0] && text.startsWith(body.split('\n')[0] ?? ''),
  )
  await office.drained()
  await sent(ticket.id)
  return { ticket, mail }
}

/** Until the deliveries of the ticket are settled. */
async function sent(ticketId: string): Promise<void> {
  for (const end = Date.now() + 5000; Date.now() < end; ) {
    const rows = await office.desk.db
      .selectFrom('deliveries')
      .select('status')
      .where('topic_id', '=', ticketId)
      .execute()
    if (rows.every(({ status }) => status === 'sent')) break
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  await office.drained()
}

const send = (ticket: Answer, mail: Parameters<PostOffice['send']>[0]) =>
  office.send({ from: `${ticket.customer.name} <${ticket.customer.emails[0]}>`, text: '补充', ...mail })

async function last() {
  const row = (await office.ledger()).at(-1)
  if (!row) throw new Error('the ledger is empty')
  return row
}

async function someone(): Promise<string> {
  const [agent] = await office.desk.db.selectFrom('agents').select('id').limit(1).execute()
  return agent?.id ?? ''
}

const bounceOf = (mail: Received): Buffer =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example.cn',
      `To: ${mail.from}`,
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <${randomUUID()}@mx.example.cn>`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.cn',
      '',
      `Final-Recipient: rfc822; ${mail.to[0]}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${mail.mail.messageId}>`,
      '',
      '--b--',
      '',
    ].join('\r\n'),
  )
