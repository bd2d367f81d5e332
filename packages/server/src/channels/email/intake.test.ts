import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'
import { openLeases } from '../../kernel/deliveries/index.ts'
import { startIntake } from './intake.ts'
import { acceptMail } from './ledger.ts'
import type { MailRow } from './tables.ts'

let office: PostOffice
beforeAll(async () => {
  office = await openPostOffice({ relay: false })
})
afterAll(() => office.close())

/** Into the ledger by the back door, so that nobody is woken. */
const accept = (id: string, more = '', body = 'words') =>
  acceptMail(
    office.desk,
    { from: 'wang@example.cn', to: ['support@localhost'] },
    Readable.from([
      Buffer.from(
        `From: wang@example.cn\r\nSubject: ${id}\r\nMessage-ID: <${id}@example.cn>\r\n${more}\r\n${body}\r\n`,
      ),
    ]),
  )
const rowOf = async (id: string): Promise<MailRow> => {
  const rows = await office.ledger()
  const row = rows.find(candidate => candidate.id === id)
  if (!row) throw new Error(`no mail ${id}`)
  return row
}
const countOf = async (table: 'tickets' | 'messages') =>
  (await office.desk.db.selectFrom(table).select('id').execute()).length
/** As after a crash before the outcome was written down. */
const forgetOutcome = (id: string, patch: Partial<MailRow> = {}) =>
  office.desk.db
    .updateTable('mails')
    .set({ outcome: 'pending', ticket_id: null, message_id: null, ...patch })
    .where('id', '=', id)
    .execute()
const handled = async (id: string) => {
  office.mailing.intake.wake()
  return rowOf(id)
}

describe('after a crash', () => {
  test('what a mail has done already is found and written down, not done again', async () => {
    const id = await accept('crashed')
    const { ticket_id, message_id } = await handled(id)
    const before = await countOf('tickets')
    await forgetOutcome(id)
    expect(await handled(id)).toMatchObject({ outcome: 'opened', ticket_id, message_id, tries: 2 })
    expect(await countOf('tickets')).toBe(before)
  })

  test('even when its keys are forgotten, days later', async () => {
    const id = await accept('crashed long ago')
    const { ticket_id, message_id } = await handled(id)
    await office.desk.db.deleteFrom('idempotency').execute()
    await forgetOutcome(id, { received_at: new Date(Date.now() - 3 * 86_400_000) })
    expect(await handled(id)).toMatchObject({ outcome: 'opened', ticket_id, message_id })
  })

  test('an answer is on its ticket once', async () => {
    const first = await accept('question')
    const { ticket_id } = await handled(first)
    const id = await accept('answer', 'In-Reply-To: <question@example.cn>\r\n')
    expect(await handled(id)).toMatchObject({ outcome: 'appended', ticket_id })
    const before = await countOf('messages')
    await forgetOutcome(id)
    expect(await handled(id)).toMatchObject({ outcome: 'appended', ticket_id })
    expect(await countOf('messages')).toBe(before)
  })

  test('a mail that ends every try is set aside, seen, and handled when a person says so', async () => {
    const id = await accept('poison')
    await office.desk.db
      .updateTable('mails')
      .set({ tries: 5, error: 'it took too long' })
      .where('id', '=', id)
      .execute()
    expect(await handled(id)).toMatchObject({ outcome: 'quarantined', error: 'it took too long', ticket_id: null })
    const { items } = await office.asks('mail.list', { outcome: 'quarantined' })
    expect(items).toMatchObject([{ id, error: 'it took too long', allowed: ['mail.retry'] }])
    await office.does('mail.retry', { mailId: id })
    expect(await rowOf(id)).toMatchObject({ outcome: 'opened', wanted: false, error: null })
    const { items: audit } = await office.asks('audit.list', { limit: 200 })
    expect(audit.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['mail.received', 'mail.retried']),
    )
  })

  test('a mail whose bytes are gone is tried and then set aside', async () => {
    const id = await accept('no bytes')
    await office.desk.db
      .updateTable('mails')
      .set({ tries: 4, storage_key: '00000000-0000-0000-0000-000000000000' })
      .where('id', '=', id)
      .execute()
    office.mailing.intake.wake()
    await new Promise(resolve => setTimeout(resolve, 300))
    const { tries, error } = await office.desk.db
      .selectFrom('mails')
      .select(['tries', 'error'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect([tries, error]).toEqual([5, expect.stringContaining('ENOENT')])
    await office.desk.db.updateTable('mails').set({ tries: 9 }).where('id', '=', id).execute()
    // It rests for a while before it is tried again.
    const again = startIntake(office.desk)
    expect((await rowOf(id)).outcome).toBe('quarantined')
    await again.stop()
  })
})

describe('side by side', () => {
  test('an answer waits for the mail that it answers', async () => {
    const first = await accept('slow question')
    const elsewhere = openLeases(office.desk.pool, office.desk.log)
    const release = await elsewhere.take(`mail:${first}`)
    const second = await accept(
      'quick answer',
      'References: <unknown@example.cn> <slow-question@example.cn> <slow question@example.cn>\r\n',
    )
    const third = await accept('answer to slow', 'In-Reply-To: <slowly@example.cn>\r\n')
    await office.desk.db.updateTable('mails').set({ mail_id: 'slowly@example.cn' }).where('id', '=', first).execute()
    office.mailing.intake.wake()
    await new Promise(resolve => setTimeout(resolve, 500))
    const outcomes = await office.desk.db
      .selectFrom('mails')
      .select(['id', 'outcome', 'tries'])
      .where('id', 'in', [first, second, third])
      .execute()
    expect(Object.fromEntries(outcomes.map(({ id, outcome, tries }) => [id, `${outcome} ${tries}`]))).toEqual({
      [first]: 'pending 0',
      [second]: 'opened 1',
      [third]: 'pending 0',
    })
    await release?.()
    await elsewhere.close()
    const { ticket_id } = await rowOf(first)
    expect(await rowOf(third)).toMatchObject({ outcome: 'appended', ticket_id })
  })

  test('two workers handle every mail once between them', async () => {
    const other = startIntake(office.desk)
    const before = await countOf('tickets')
    const ids: string[] = []
    for (let n = 0; n < 30; n++) ids.push(await accept(`many-${n}`))
    office.mailing.intake.wake()
    other.wake()
    const rows = (await office.ledger()).filter(({ id }) => ids.includes(id))
    expect(rows.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'opened'))
    expect(await countOf('tickets')).toBe(before + 30)
    await other.stop()
  })

  test('a stop does not wait for the backlog', async () => {
    const other = startIntake(office.desk)
    await office.mailing.intake.stop()
    for (let n = 0; n < 40; n++) await accept(`backlog-${n}`)
    other.wake()
    await other.stop()
    const left = await office.desk.db.selectFrom('mails').select('id').where('outcome', '=', 'pending').execute()
    expect(left.length).toBeGreaterThan(10)
    const last = startIntake(office.desk)
    expect(
      (await office.ledger()).filter(({ subject }) => subject?.startsWith('backlog')).map(({ outcome }) => outcome),
    ).toEqual(Array(40).fill('opened'))
    await last.stop()
  })
})
