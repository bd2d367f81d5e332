import type pg from 'pg'
import { breachesOf, nothingIsDue } from './breaches.ts'
import { makeDue, type Some } from './fill-clocks.ts'
import { client, forSeconds, quantile } from './load.ts'
import { opening } from './open.ts'
import type { BenchServer } from './server.ts'

export interface Standstill {
  overdue: number
  /** Tickets a second, from the first breach to the last. */
  rate: number
  /** By how many places at most the log tells of a breach earlier or later than by its due time. */
  displaced: number
  /** `ticket.open` through HTTP, in two lanes: before, and while it is caught up. Milliseconds. */
  usual: Opening
  meanwhile: Opening
}

interface Opening {
  p50: number
  p99: number
}

interface Running {
  pool: pg.Pool
  token: string
  server: BenchServer
  start(): Promise<BenchServer>
}

const lanes = 2
const day = 86_400_000

/** The desk stands still for a day in which so many fall due, and comes back to people who go on working. */
export async function benchStandstill({ pool, token, server, start }: Running, some: Some): Promise<Standstill> {
  const usual = await opened(server, token, async () => false)
  await server.stop()
  await makeDue(pool, some, new Date(Date.now() - day), day / some.count)
  const again = await start()
  const meanwhile = await opened(again, token, async () => !(await nothingIsDue(pool)))
  const breaches = await breachesOf(pool, some)
  const seen = breaches.map(breach => breach.seen)
  const [first, last] = [Math.min(...seen), Math.max(...seen)]
  return {
    overdue: some.count,
    rate: (some.count * 1000) / (last - first),
    displaced: displacement(breaches.map(({ due }) => due)),
    usual,
    meanwhile,
  }
}

/** Opens tickets for a few seconds, and on as long as it is asked to. */
async function opened({ base }: BenchServer, token: string, goesOn: () => Promise<boolean>): Promise<Opening> {
  const web = client(base, lanes)
  const open = opening(web, token)
  const times: number[] = []
  do times.push(...(await forSeconds(2, lanes, open)).times)
  while (await goesOn())
  web.close()
  times.sort((a, b) => a - b)
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

function displacement(dues: readonly number[]): number {
  const places = dues.map((due, at) => ({ due, at })).sort((a, b) => a.due - b.due)
  return Math.max(...places.map(({ at }, place) => Math.abs(place - at)))
}
