import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fastFolder } from '../test/fast-folder.ts'
import { administrator, freePort, insist, type Server, startServer } from '../test/server.ts'
import { pause, until } from '../test/until.ts'

/** 批量操作做到一半,进程被杀:接着做完,一张不漏,一张不重;撤销也一样。 */
let folder: string
let port: number
let server: Server
let token: string

beforeAll(async () => {
  folder = await fastFolder('bulk')
  port = await freePort()
  server = await startServer(port, { BATON_DATA: folder })
  token = await server.signIn(administrator.login, administrator.password)
}, 90_000)
afterAll(async () => {
  await server.child.kill('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

const many = 600
const ask = async (name: string, body: object) => {
  const { status, body: answer } = await insist(server.url, name, body, { token, key: randomUUID() })
  expect([status, answer.code ?? undefined]).toEqual([200, undefined])
  return answer
}
const job = (id: string) => ask('job.get', { id })

/** Kills the server in the middle of the job, again and again, until it is over. */
async function throughCrashes(id: string, crashes: number): Promise<void> {
  for (let n = 1; n <= crashes; n++) {
    await until(async () => (await job(id)).done >= (many * n) / (crashes + 1), 60_000)
    await pause(Math.random() * 40)
    await server.child.kill('SIGKILL')
    server = await startServer(port, { BATON_DATA: folder })
  }
  await until(async () => (await job(id)).endedAt !== null, 60_000)
}

test('a job goes on where it was when its worker is killed', async () => {
  const ticketIds: string[] = []
  const lane = async (from: number) => {
    for (let n = from; n < many; n += 6) ticketIds.push((await ask('ticket.open', { subject: `第 ${n} 张` })).id)
  }
  await Promise.all([0, 1, 2, 3, 4, 5].map(lane))
  // Twice the same words would be two messages: nothing forgives doing it again.
  const noted = await ask('bulk.start', { verb: 'ticket.note', input: { body: '请今天处理' }, ticketIds })
  await throughCrashes(noted.id, 3)
  expect(await job(noted.id)).toMatchObject({ state: 'done', total: many, done: many, ok: many, failed: 0 })

  const tagged = await ask('bulk.start', { verb: 'ticket.update', input: { addTags: ['已查'] }, view: 'public.all' })
  await throughCrashes(tagged.id, 2)
  expect(await job(tagged.id)).toMatchObject({ ok: many, failed: 0, skipped: 0 })
  const undone = await ask('job.undo', { jobId: tagged.id })
  await throughCrashes(undone.id, 2)
  expect(await job(undone.id)).toMatchObject({ ok: many, failed: 0, skipped: 0 })

  const seen = new Map<string, { messageCount: number; tags: string[]; version: number }>()
  for (let cursor: string | undefined; ; ) {
    const page = await ask('ticket.list', { view: 'public.all', limit: 200, ...(cursor && { cursor }) })
    for (const ticket of page.items) seen.set(ticket.id, ticket)
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  const odd = ticketIds.filter(id => {
    const ticket = seen.get(id)
    return ticket?.messageCount !== 1 || ticket.tags.length > 0
  })
  expect(odd).toEqual([])
}, 180_000)
