import { setTimeout as sleep } from 'node:timers/promises'
import type { Records } from '@baton/contract'
import { startPostgres } from '../../kernel/postgres/index.ts'
import { fill } from './fill.ts'
import { client, forSeconds, quantile } from './load.ts'
import { opening } from './open.ts'
import { type BenchServer, removeFolder, signIn, startServer, temporaryFolder } from './server.ts'

export interface JobFigures {
  /** Tickets that each job was about. */
  tickets: number
  /** `ticket.update` through HTTP, one after the other. Tickets a second, as the others. */
  sequential: number
  update: number
  undo: number
  transfer: number
  /** Of so many tickets a job with a condition found those that it is about, in so many seconds. */
  among: number
  gathered: number
  gatherSeconds: number
  /** `ticket.open` through HTTP in two lanes, with no job and beside one. Milliseconds. */
  usual: Opening
  beside: Opening
}

interface Opening {
  p50: number
  p99: number
}

type Post = (name: string, body: object) => Promise<Records['job'] & { items: { id: string }[] }>

/** What work on many tickets costs as one job, beside the same as calls, and what people feel of it. A desk of its own. */
export async function benchJobs(quick: boolean): Promise<JobFigures> {
  const [tickets, among] = quick ? [400, 20_000] : [2000, 100_000]
  const folder = await temporaryFolder()
  const database = await startPostgres({ dataDir: folder })
  let server: BenchServer | undefined
  try {
    server = await startServer(folder, 4700 + (process.pid % 90), database.connectionString)
    const token = await signIn(server.base)
    const web = client(server.base, 4)
    const post: Post = async (name, body) => {
      const answer = await web.post(`/api/v1/${name}`, body, { authorization: `Bearer ${token}` })
      if (answer.status !== 200) throw new Error(`${name}: ${answer.body}`)
      return JSON.parse(answer.body)
    }
    const open = opening(web, token)
    const usual = await openings(open, async () => false)
    await openSome(open, tickets)
    const ids = await newest(post, tickets)
    const sequential = await oneByOne(post, ids)
    const update = await timed(post, { verb: 'ticket.update', input: { urgency: 'critical' }, ticketIds: ids })
    const undo = await timedUndo(post, update.id)
    const { id: departmentId } = await post('department.create', { name: '二线', dispatch: 'claim' })
    const input = { departmentId, reason: '转办' }
    const transfer = await timed(post, { verb: 'ticket.transfer', input, ticketIds: ids })
    const beside = await besideJob(post, ids, open)
    await fill(database.connectionString, among)
    const gather = await gathering(post)
    web.close()
    return { tickets, sequential, update: update.rate, undo, transfer: transfer.rate, among, ...gather, usual, beside }
  } finally {
    await server?.stop()
    await database.stop()
    await removeFolder(folder)
  }
}

type Open = (n: number) => Promise<boolean>

async function openSome(open: Open, many: number): Promise<void> {
  for (let n = 0; n < many; n++) if (!(await open(n))) throw new Error('a ticket was not opened')
}

async function newest(post: Post, many: number): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ids.length < many; ) {
    const page = await post('ticket.list', { view: 'public.all', limit: 200, ...(cursor && { cursor }) })
    ids.push(...page.items.map(({ id }) => id))
    cursor = (page as unknown as { nextCursor: string }).nextCursor
  }
  return ids.slice(0, many)
}

async function oneByOne(post: Post, ids: readonly string[]): Promise<number> {
  const began = performance.now()
  for (const ticketId of ids) await post('ticket.update', { ticketId, urgency: 'urgent' })
  return (ids.length * 1000) / (performance.now() - began)
}

async function timed(post: Post, input: object): Promise<{ id: string; rate: number }> {
  const began = performance.now()
  const { id } = await post('bulk.start', input)
  const { ok } = await over(post, id)
  return { id, rate: (ok * 1000) / (performance.now() - began) }
}

async function timedUndo(post: Post, jobId: string): Promise<number> {
  const began = performance.now()
  const { id } = await post('job.undo', { jobId })
  const { ok } = await over(post, id)
  return (ok * 1000) / (performance.now() - began)
}

async function over(post: Post, id: string): Promise<Records['job']> {
  for (;;) {
    const job = await post('job.get', { id })
    if (job.endedAt) return job
    await sleep(50)
  }
}

/** Opens tickets for a few seconds, and on as long as it is asked to. */
async function openings(open: Open, goesOn: () => Promise<boolean>): Promise<Opening> {
  const times: number[] = []
  do times.push(...(await forSeconds(2, 2, open)).times)
  while (await goesOn())
  times.sort((a, b) => a - b)
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

async function besideJob(post: Post, ids: readonly string[], open: Open): Promise<Opening> {
  const { id } = await post('bulk.start', { verb: 'ticket.note', input: { body: '请今天处理' }, ticketIds: ids })
  return openings(open, async () => !(await post('job.get', { id })).endedAt)
}

/** Begins a job on a part of very many tickets, and stops it when it knows which. */
async function gathering(post: Post): Promise<{ gathered: number; gatherSeconds: number }> {
  const began = performance.now()
  const where = { field: 'urgency', op: 'is', value: 'urgent' }
  const { id } = await post('bulk.start', { verb: 'ticket.note', input: { body: '请今天处理' }, where })
  for (;;) {
    const { state, total } = await post('job.get', { id })
    if (state !== 'gathering') {
      const gatherSeconds = (performance.now() - began) / 1000
      await post('job.cancel', { jobId: id })
      return { gathered: total, gatherSeconds }
    }
    await sleep(50)
  }
}
