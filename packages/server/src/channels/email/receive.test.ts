import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'
import { jar } from './fixtures/jar.ts'

let office: PostOffice
beforeAll(async () => {
  office = await openPostOffice()
  // The reading thread loads with the first mail.
  await office.send({ from: 'first@example.cn', subject: 'first' })
  await office.ledger()
})
afterAll(() => office.close())

const rowOf = async (subject: string) => (await office.ledger()).find(row => row.subject?.includes(subject))

describe('a mail that comes in', () => {
  test('is a ticket once its sender has heard 250', async () => {
    expect(await office.send({ subject: '扫地机器人不充电', text: '您好,\n机器人昨天开始不充电。' })).toContain(
      'queued as',
    )
    const row = await rowOf('扫地机器人')
    expect(row).toMatchObject({
      outcome: 'opened',
      header_from: 'wang@example.cn',
      envelope_to: ['support@localhost'],
      tries: 1,
      error: null,
    })
    const ticket = await office.ticketOf(row)
    expect(ticket).toMatchObject({
      subject: '扫地机器人不充电',
      channel: 'email',
      status: 'new',
      customer: { name: '王小明', emails: ['wang@example.cn'] },
    })
    const [opened] = await office.timeline(ticket.id)
    expect(opened).toMatchObject({
      type: 'ticket.opened',
      message: { body: '您好,\n机器人昨天开始不充电。', sender: 'wang@example.cn', channel: 'email' },
    })
  })

  test('brings its files, the ones in its HTML by name', async () => {
    await office.sendRaw(readFileSync(path.join(jar, 'related-inline-image.eml')))
    const row = await rowOf('图片')
    const ticket = await office.ticketOf(row)
    const [opened] = await office.timeline(ticket.id)
    const [file] = opened.message.attachments
    expect(file).toMatchObject({ name: '截图.png', mediaType: 'image/png', size: 70 })
    expect(opened.message.html).toContain(`src="cid:${file.id}"`)
    expect(opened.message.html).not.toContain('missing')
  })

  test('without subject and words is a ticket all the same', async () => {
    await office.send({ from: 'silent@example.cn', subject: '', text: '' })
    const row = (await office.ledger()).find(({ header_from }) => header_from === 'silent@example.cn')
    expect(await office.ticketOf(row)).toMatchObject({ subject: '（无主题）' })
  })

  test('with a subject of ten thousand letters keeps them all', async () => {
    await office.send({ from: 'long@example.cn', subject: '很长'.repeat(5000), text: '正文' })
    const row = (await office.ledger()).find(({ header_from }) => header_from === 'long@example.cn')
    const ticket = await office.ticketOf(row)
    expect(ticket.subject).toHaveLength(200)
    const [opened] = await office.timeline(ticket.id)
    expect(opened.message.body.length).toBeGreaterThan(900)
    expect(opened.message.body).toContain('正文')
  })

  test('for an address that nobody claims goes to the default mailbox', async () => {
    await office.send({ to: 'whoever@nowhere.example', subject: '寄错了地址' })
    const row = await rowOf('寄错了地址')
    expect(row).toMatchObject({ outcome: 'opened', mailbox_id: null })
  })

  test('goes to the mailbox that it names, and that one’s department', async () => {
    const department = await office.does('department.create', { name: '售后部' })
    await office.does('mailbox.create', {
      name: '售后',
      address: 'after-sales@desk.example',
      departmentId: department.id,
    })
    await office.send({ to: 'After-Sales@desk.example', subject: '要退货' })
    expect(await office.ticketOf(await rowOf('要退货'))).toMatchObject({ departmentId: department.id })
  })

  test('twice, word for word, is one ticket and a duplicate', async () => {
    const raw = Buffer.from(
      'From: a@example.cn\r\nTo: support@localhost\r\nSubject: twice\r\nMessage-ID: <twice@example.cn>\r\n\r\nwords\r\n',
    )
    await office.sendRaw(raw)
    await office.sendRaw(raw)
    await office.sendRaw(Buffer.concat([Buffer.from('Received: by another road\r\n'), raw]))
    await office.sendRaw(Buffer.from(raw.toString().replace('words', 'other words')))
    const rows = (await office.ledger()).filter(({ mail_id }) => mail_id === 'twice@example.cn')
    expect(rows.map(({ outcome }) => outcome)).toEqual(['opened', 'duplicate', 'duplicate', 'opened'])
  })

  test('of which a machine says that it is a machine’s makes no ticket, until a person says that it is wanted', async () => {
    await office.sendRaw(readFileSync(path.join(jar, 'newsletter.eml')), { from: 'news@shop.example' })
    const row = await rowOf('双十一')
    expect(row).toMatchObject({ outcome: 'automatic', ticket_id: null, error: 'Precedence: bulk' })
    const { items } = await office.asks('mail.list', { outcome: 'automatic' })
    expect(items).toMatchObject([{ id: row?.id, subject: '双十一大促', allowed: ['mail.retry'] }])
    await office.does('mail.retry', { mailId: row?.id ?? '' })
    expect(await rowOf('双十一')).toMatchObject({ outcome: 'opened', wanted: true })
    await expect(office.does('mail.retry', { mailId: row?.id ?? '' })).rejects.toMatchObject({
      code: 'mail.notRetryable',
    })
  })

  test('in our own name is a loop, unless a web form wrote it for a customer', async () => {
    await office.send({ from: 'support@localhost', subject: '自己写给自己' })
    expect(await rowOf('自己写给自己')).toMatchObject({ outcome: 'loop', ticket_id: null })
    await office.send({ from: 'support@localhost', replyTo: '李雷 <li@example.cn>', subject: '网站留言' })
    const ticket = await office.ticketOf(await rowOf('网站留言'))
    expect(ticket.customer).toMatchObject({ name: '李雷', emails: ['li@example.cn'] })
  })

  test('that names no sender at all is kept and seen', async () => {
    await office.sendRaw(readFileSync(path.join(jar, 'from-missing.eml')), { from: '' })
    expect((await office.ledger()).at(-1)).toMatchObject({
      outcome: 'automatic',
      error: 'null sender',
      header_from: null,
    })
  })
})

test('every mail of the jar gets one outcome, and none is lost', async () => {
  const { fixtures } = await import('./fixtures/jar.ts')
  const before = (await office.ledger()).length
  for (const { bytes } of fixtures) {
    // Each its own, else one would be taken for a copy of another.
    const raw = Buffer.from(
      bytes.toString('latin1').replace(/<fixture@example\.cn>/, `<${crypto.randomUUID()}@example.cn>`),
      'latin1',
    )
    await office.sendRaw(raw.length > 0 ? raw : Buffer.from('\r\n'))
  }
  const rows = (await office.ledger()).slice(before)
  expect(rows).toHaveLength(fixtures.length)
  const outcomes = Object.groupBy(rows, ({ outcome }) => outcome)
  expect(outcomes.quarantined ?? []).toEqual([])
  expect(new Set(Object.keys(outcomes))).toEqual(new Set(['automatic', 'bounce', 'opened']))
  for (const row of rows) expect(row.outcome === 'opened').toBe(row.ticket_id !== null)
}, 60_000)
