import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionString } from '../src/kernel/postgres/hold.ts'
import { fastFolder } from '../test/fast-folder.ts'
import { sendUntilTaken } from '../test/mail-sender.ts'
import { administrator, freePort, insist, postTo, type Server, startServer } from '../test/server.ts'
import { pause, until } from '../test/until.ts'

/** 混合来件当中一再断电:只断服务、只断数据库、两者同断。凡是答复过的,一张不少、一张不重;跟随者不漏不重;时钟不丢。 */
let folder: string
let server: Server
let url: string
const ports = { web: 0, smtp: 0 }

beforeAll(async () => {
  folder = await fastFolder('crash')
  ports.web = await freePort()
  ports.smtp = await freePort()
  url = `http://127.0.0.1:${ports.web}`
  server = await start()
}, 90_000)
afterAll(async () => {
  await server.child.kill('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

const start = () => startServer(ports.web, { BATON_DATA: folder, BATON_SMTP_LISTEN: `127.0.0.1:${ports.smtp}` })

/** What the desk has answered, and must never forget. */
const acknowledged = {
  tickets: new Map<string, { id: string; number: string }>(),
  replies: new Set<string>(),
  solved: new Set<string>(),
  mails: new Set<string>(),
}
let going = true

test('nothing that was acknowledged is lost or doubled, whatever dies', async () => {
  const token = await server.signIn(administrator.login, administrator.password)
  // Whoever opens them here claims them, too.
  const [department] = (await server.post('department.list', {}, { token })).body.items
  await server.post('department.update', { departmentId: department.id, dispatch: 'claim' }, { token })
  const work = [0, 1, 2, 3, 4].map(n => clerk(n, token))
  work.push(customer(0), customer(1))
  for (const round of ['server', 'database', 'both', 'server', 'both'] as const) {
    await flowing(12)
    await pause(Math.random() * 400)
    if (round !== 'server') await killDatabase()
    if (round !== 'database') {
      await server.child.kill('SIGKILL')
      server = await start()
    }
  }
  await flowing(12)
  going = false
  await Promise.all(work)
  const db = await connect()
  await settled(db)
  await expectWhole(db)
  await db.end()
}, 180_000)

/** Opens, answers and solves, and asks again under the same key until there is an answer. */
async function clerk(n: number, token: string): Promise<void> {
  for (let count = 0; going; count++) {
    const subject = `clerk ${n} ticket ${count}`
    const opened = await insist(
      url,
      'ticket.open',
      { subject, body: subject, requester: { email: `c${n}@example.com` } },
      { token, key: subject },
    )
    expect([opened.status, opened.body.code]).toEqual([200, undefined])
    acknowledged.tickets.set(subject, { id: opened.body.id, number: opened.body.number })
    const ticketId = opened.body.id
    const body = `answer to ${subject}`
    const claimed = await insist(url, 'ticket.claim', { ticketId }, { token, key: `claim ${subject}` })
    expect([claimed.status, claimed.body.code]).toEqual([200, undefined])
    const replied = await insist(url, 'ticket.reply', { ticketId, body }, { token, key: body })
    expect([replied.status, replied.body.code]).toEqual([200, undefined])
    acknowledged.replies.add(body)
    if (count % 2 === 0) continue
    const solved = await insist(url, 'ticket.solve', { ticketId, result: 'done' }, { token, key: `solve ${subject}` })
    expect([solved.status, solved.body.code]).toEqual([200, undefined])
    acknowledged.solved.add(ticketId)
  }
}

async function customer(n: number): Promise<void> {
  for (let count = 0; going; count++) {
    const id = `${n}.${count}.${randomUUID()}@example.cn`
    const raw = `From: m${n}@example.cn\r\nTo: support@localhost\r\nSubject: mail ${n} ${count}\r\nMessage-ID: <${id}>\r\nDate: ${new Date().toUTCString()}\r\n\r\nwords ${id}\r\n`
    if (await sendUntilTaken(ports.smtp, `m${n}@example.cn`, raw)) acknowledged.mails.add(id)
    await pause(30)
  }
}

/** Until so much more was acknowledged: on a busy machine that takes its time. */
async function flowing(more: number): Promise<void> {
  const sum = () => acknowledged.tickets.size + acknowledged.mails.size
  const enough = sum() + more
  await until(() => sum() >= enough, 40_000)
}

/** The power cut: the postmaster and everything that it has started, all at once. */
async function killDatabase(): Promise<void> {
  const pid = Number((await readFile(path.join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
  for (const victim of [pid, ...(await childrenOf(pid))]) {
    try {
      process.kill(victim, 'SIGKILL')
    } catch {
      // it went with the postmaster
    }
  }
}

/** Where there is no /proc they notice themselves that their postmaster is gone. */
async function childrenOf(pid: number): Promise<number[]> {
  const numbers = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name)).map(Number)
  const parents = await Promise.all(numbers.map(number => readFile(`/proc/${number}/stat`, 'utf8').catch(() => '')))
  return numbers.filter((_, at) => Number(parents[at]?.split(') ').at(-1)?.split(' ')[1]) === pid)
}

async function connect(): Promise<pg.Client> {
  const password = (await readFile(path.join(folder, 'postgres-password'), 'utf8')).trim()
  const client = new pg.Client(connectionString({ socketFolder: path.join(folder, 'postgres') }, password))
  client.on('error', () => {}) // it may end with the server
  await client.connect()
  return client
}

/** Until every follower has read everything and every mail has its outcome. */
async function settled(db: pg.Client): Promise<void> {
  const token = await server.signIn(administrator.login, administrator.password)
  await until(async () => {
    const { body } = await postTo(url, 'health.get', {}, { token })
    const behind = body.followers.filter(({ lagEvents }: { lagEvents: number }) => lagEvents > 0)
    const { rows } = await db.query(`select count(*)::int as n from mails where outcome = 'pending'`)
    return behind.length === 0 && rows[0].n === 0
  }, 30_000)
}

async function expectWhole(db: pg.Client): Promise<void> {
  const ask = async (text: string): Promise<Record<string, unknown>[]> => (await db.query(text)).rows
  expect(acknowledged.tickets.size).toBeGreaterThan(30)
  expect(acknowledged.mails.size).toBeGreaterThan(10)

  // Every acknowledged ticket exists once, as it was told, and nothing else does.
  const tickets = await ask(`select id, number, subject, channel from tickets`)
  for (const [subject, told] of acknowledged.tickets)
    expect(tickets.filter(ticket => ticket.subject === subject)).toEqual([{ ...told, subject, channel: 'api' }])
  expect(tickets.filter(({ channel }) => channel === 'api')).toHaveLength(acknowledged.tickets.size)
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(tickets.length)

  // So does everything that was said on them.
  const replies = (await ask(`select body from messages where kind = 'reply'`)).map(({ body }) => String(body))
  expect(replies.sort()).toEqual([...acknowledged.replies].sort())
  expect(await ask(`select ticket_id from messages group by ticket_id having count(*) <> max(seq)`)).toEqual([])
  expect(
    await ask(
      `select id from tickets t where message_count <> (select count(*) from messages m where m.ticket_id = t.id)`,
    ),
  ).toEqual([])

  // Every accepted mail has one row and one outcome, and opened one ticket.
  const mails = await ask(`select mail_id, outcome, ticket_id from mails`)
  for (const id of acknowledged.mails) {
    const mine = mails.filter(({ mail_id }) => mail_id === id)
    expect(mine.filter(({ outcome }) => outcome === 'opened' || outcome === 'appended')).toHaveLength(1)
    expect(mine.every(({ outcome }) => ['opened', 'appended', 'duplicate'].includes(String(outcome)))).toBe(true)
  }
  expect(tickets.filter(({ channel }) => channel === 'email')).toHaveLength(
    mails.filter(({ outcome }) => outcome === 'opened').length,
  )

  // Each deed stands in the log once, each verb under its key.
  expect(
    await ask(`select topic_id from events where type = 'ticket.opened' group by topic_id having count(*) > 1`),
  ).toEqual([])
  expect(
    await ask(
      `select id from tickets t where (select count(*) from events e where e.topic_id = t.id and e.type = 'ticket.opened') <> 1`,
    ),
  ).toEqual([])
  expect(
    await ask(
      `select id from messages m where kind = 'reply' and (select count(*) from events e where e.topic_id = m.ticket_id and e.type = 'ticket.replied' and e.payload ->> 'messageId' = m.id::text) <> 1`,
    ),
  ).toEqual([])
  expect(
    await ask(
      `select id from tickets t where (select count(*) from handovers h where h.ticket_id = t.id and h.mode = 'claim') > 1`,
    ),
  ).toEqual([])

  // The follower that writes mails has handled every answer once: one delivery each.
  expect(
    await ask(
      `select id from messages m where kind = 'reply' and (select count(*) from deliveries d where d.message_id = m.id) <> 1`,
    ),
  ).toEqual([])
  expect(
    await ask(
      `select topic_id from deliveries where purpose = 'acknowledgement' group by topic_id having count(*) > 1`,
    ),
  ).toEqual([])
  expect(
    await ask(
      `select id from deliveries d where (select count(*) from events e where e.subject_id = d.id and e.type = 'delivery.changed' and e.payload -> 'from' = 'null') <> 1`,
    ),
  ).toEqual([])
  expect(await ask('select * from parked_events')).toEqual([])

  // No clock and no timer is lost: one first answer is promised a ticket; what runs is watched, what is solved closes by itself.
  expect(
    await ask(
      `select id from tickets t where (select count(*) from clocks c where c.ticket_id = t.id and c.target = 'response') <> 1`,
    ),
  ).toEqual([])
  expect(
    await ask(
      `select t.id from tickets t where (select due_at from timers where subject_id = t.id and verb = 'ticket.tick') is distinct from (
        select min(least(case when warned_at is null then warns_at end, case when breached_at is null then due_at end))
        from clocks where ticket_id = t.id and state = 'running')`,
    ),
  ).toEqual([])
  expect(
    await ask(
      `select t.id from tickets t where (t.status = 'solved') <> exists (select from timers where subject_id = t.id and verb = 'ticket.close')`,
    ),
  ).toEqual([])
  const solved = (await ask(`select id from tickets where status = 'solved'`)).map(({ id }) => String(id))
  expect(solved.sort()).toEqual([...acknowledged.solved].sort())
}
