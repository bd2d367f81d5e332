import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/database.ts'
import { type MailHost, startMailHost } from '../test/mail-host.ts'
import { sendUntilTaken } from '../test/mail-sender.ts'
import { administrator, freePort, insist, type SentTo, startServer } from '../test/server.ts'
import { pause } from '../test/until.ts'

/** 收发邮件时服务器屡屡被强行终止:收下的信一封不丢、一封一单,发出的信绝不重发。 */
let database: TestDatabase
let folder: string
let host: MailHost
let db: pg.Pool
const ports = { web: 0, smtp: 0 }

beforeAll(async () => {
  database = await freshDatabase()
  db = new pg.Pool({ connectionString: database.connectionString, max: 3 })
  db.on('error', () => {})
  folder = await mkdtemp(path.join(os.tmpdir(), 'baton-crash-'))
  host = await startMailHost()
  ports.web = await freePort()
  ports.smtp = await freePort()
})
afterAll(async () => {
  await db.end()
  await host.stop()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const crashes = 5

test('nothing accepted is lost or doubled, nothing is sent twice', async () => {
  const flow = { going: true, accepted: new Set<string>() }
  let server = await started()
  const work = [...[1, 2, 3].map(n => writes(n, flow)), answers(flow)]
  for (let n = 0; n < crashes; n++) {
    await flowing(flow, 6)
    await pause(Math.random() * 600)
    await server.child.kill('SIGKILL')
    server = await started()
  }
  await flowing(flow, 6)
  flow.going = false
  await Promise.all(work)
  await allSettled()
  expect(await server.child.kill('SIGTERM')).toBe('0')

  expect(flow.accepted.size).toBeGreaterThan(20)
  const mails = await ask<{ mail_id: string; outcome: string; n: number }>(
    `select mail_id, outcome, count(*)::int as n from mails group by 1, 2`,
  )
  const outcomes = (id: string) => mails.filter(({ mail_id }) => mail_id === id)
  for (const id of flow.accepted) {
    expect(outcomes(id).filter(({ outcome }) => outcome === 'opened')).toEqual([
      { mail_id: id, outcome: 'opened', n: 1 },
    ])
    expect(outcomes(id).every(({ outcome }) => outcome === 'opened' || outcome === 'duplicate')).toBe(true)
  }
  expect(mails.map(({ outcome }) => outcome)).not.toContain('quarantined')

  const tickets = await ask<{ subject: string; n: number }>(
    `select subject, count(*)::int as n from tickets group by 1`,
  )
  expect(tickets.filter(({ n }) => n > 1)).toEqual([])
  expect(tickets).toHaveLength(mails.filter(({ outcome }) => outcome === 'opened').length)
  const messages = await ask<{ n: number }>(
    `select count(*)::int as n from messages where kind = 'customer' group by ticket_id having count(*) > 1`,
  )
  expect(messages).toEqual([])

  const deliveries = await ask<{ id: string; status: string }>(
    `select request ->> 'messageId' as id, status from deliveries`,
  )
  const arrived = Map.groupBy(host.mails, ({ mail }) => mail.messageId)
  for (const { id, status } of deliveries) {
    const times = arrived.get(id)?.length ?? 0
    if (status === 'sent') expect([id, times]).toEqual([id, 1])
    else expect([id, status, times <= 1]).toEqual([id, 'unknown', true])
  }
  expect([...arrived.keys()].filter(id => !deliveries.some(delivery => delivery.id === id))).toEqual([])
  const replies = await ask<{ missing: number }>(
    `select count(*)::int as missing from messages m where kind = 'reply' and not exists (select from deliveries d where d.message_id = m.id)`,
  )
  expect(replies).toEqual([{ missing: 0 }])
  const told = await ask<{ n: number }>(
    `select count(*)::int as n from deliveries d where status <> (select payload ->> 'to' from events where type = 'delivery.changed' and subject_id = d.id order by seq desc limit 1)`,
  )
  expect(told).toEqual([{ n: 0 }])
}, 300_000)

const started = () =>
  startServer(ports.web, {
    DATABASE_URL: database.connectionString,
    BATON_DATA: folder,
    BATON_SMTP_LISTEN: `127.0.0.1:${ports.smtp}`,
    BATON_SMTP_URL: host.url,
  })

interface Flow {
  going: boolean
  /** Message-IDs of what the desk has answered 250. */
  accepted: Set<string>
}

/** Until the desk has taken so many mails more: on a busy machine that takes its time. */
async function flowing({ accepted }: Flow, more: number): Promise<void> {
  const enough = accepted.size + more
  for (const end = Date.now() + 30_000; accepted.size < enough && Date.now() < end; ) await pause(20)
}

async function writes(n: number, flow: Flow): Promise<void> {
  for (let count = 0; flow.going; count++) {
    const id = `${n}-${count}-${randomUUID()}@example.cn`
    const mail = `From: c${n}-${count}@example.cn\r\nSubject: ${id}\r\nMessage-ID: <${id}>\r\nDate: ${new Date().toUTCString()}\r\n\r\n${'words '.repeat(200)}\r\n`
    if (await sendUntilTaken(ports.smtp, `c${n}@example.cn`, mail)) flow.accepted.add(id)
  }
}

/** An agent who answers what is new; what got no answer is asked again under the same key. */
async function answers(flow: Flow): Promise<void> {
  const { token } = await api('session.open', administrator)
  const done = new Set<string>()
  while (flow.going) {
    const { items } = await api('ticket.list', { limit: 20 }, { token })
    for (const { id } of items.filter((ticket: { id: string }) => !done.has(ticket.id))) {
      await api('ticket.reply', { ticketId: id, body: `answer to ${id}` }, { token, key: id })
      done.add(id)
    }
    await pause(50)
  }
}

async function api(name: string, body: unknown, sent: SentTo = {}) {
  const reply = await insist(`http://127.0.0.1:${ports.web}`, name, body, sent)
  if (reply.status !== 200) throw new Error(`${name} answered ${JSON.stringify(reply.body)}`)
  return reply.body
}

/** Until the desk has nothing more to do. */
/** Nothing waits, and for a while nothing new has come of what was done: an answer may cause another mail. */
async function allSettled(): Promise<void> {
  let events = -1
  let looks = 0
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(200)) {
    const [now] = await ask<{ left: number; events: number }>(`select
      (select count(*) from mails where outcome = 'pending')::int
      + (select count(*) from deliveries where status in ('queued', 'sending'))::int
      + (select count(*) from events e where type in ('ticket.replied', 'ticket.opened') and not exists (
          select from deliveries d where d.topic_id = e.topic_id and (d.message_id = (e.payload ->> 'messageId')::uuid or d.purpose = 'acknowledgement')))::int as left,
      (select count(*) from events)::int as events`)
    looks = now?.left === 0 && now.events === events ? looks + 1 : 0
    events = now?.events ?? -1
    if (looks === 15) return
  }
}

async function ask<T>(text: string): Promise<T[]> {
  return (await db.query(text)).rows as T[]
}
