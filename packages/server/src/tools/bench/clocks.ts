import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres } from '../../kernel/postgres/index.ts'
import { type Lag, lagOf, nothingIsDue } from './breaches.ts'
import { fillClocks, makeDue, type Some } from './fill-clocks.ts'
import { type BenchServer, removeFolder, signIn, startServer, temporaryFolder } from './server.ts'
import { benchStandstill, type Standstill } from './standstill.ts'
import { benchSweep, type SweepCost } from './sweep.ts'

export interface ClockFigures {
  /** Running clocks, each with its timer. */
  clocks: number
  sweep: SweepCost
  /** Due one after the other, as on any day. */
  trickle: Lag
  /** Due at the very same moment. */
  bursts: Lag[]
  standstill: Standstill
}

interface Size {
  clocks: number
  trickle: number
  bursts: readonly number[]
  overdue: number
}

const whole: Size = { clocks: 1_000_000, trickle: 1500, bursts: [300, 2000], overdue: 20_000 }
const quickly: Size = { clocks: 20_000, trickle: 250, bursts: [300, 2000], overdue: 500 }

/** How soon a breach is noticed among very many open clocks, and what a standstill is caught up in. A desk of its own. */
export async function benchClocks(quick: boolean): Promise<ClockFigures> {
  const size = quick ? quickly : whole
  const folder = await temporaryFolder()
  // Each commit with its time: when others can see a breach.
  const database = await startPostgres({ dataDir: folder, settings: { track_commit_timestamp: 'on' } })
  const { connectionString } = database
  const pool = new pg.Pool({ connectionString, max: 1 })
  const port = 4800 + (process.pid % 90)
  const started: BenchServer[] = []
  const start = async () => {
    const server = await startServer(folder, port, connectionString)
    started.push(server)
    return server
  }
  try {
    const server = await start()
    const token = await signIn(server.base)
    const parts = partsOf([size.trickle, ...size.bursts, size.overdue])
    const [trickle, ...bursts] = parts
    const overdue = bursts.pop()
    if (!trickle || !overdue) throw new Error('nothing is to fall due')
    await fillClocks(connectionString, size.clocks, overdue.from + overdue.count)
    const figures = {
      clocks: size.clocks,
      sweep: await benchSweep(connectionString),
      trickle: await fallingDue(pool, trickle, 1000 / aSecond),
      bursts: [] as Lag[],
    }
    for (const burst of bursts) figures.bursts.push(await fallingDue(pool, burst, 0))
    return { ...figures, standstill: await benchStandstill({ pool, token, server, start }, overdue) }
  } finally {
    for (const server of started) await server.stop()
    await pool.end()
    await database.stop()
    await removeFolder(folder)
  }
}

/** So many of the trickle fall due a second. */
const aSecond = 25
/** So long before the first one is due: its due time is to be written in peace. */
const soon = 5000

async function fallingDue(pool: pg.Pool, some: Some, apart: number): Promise<Lag> {
  const begin = new Date(Date.now() + soon)
  await makeDue(pool, some, begin, apart)
  if (Date.now() > begin.getTime()) throw new Error('what was to fall due was due before it was written')
  await sleep(begin.getTime() + some.count * apart - Date.now())
  while (!(await nothingIsDue(pool))) await sleep(100)
  return lagOf(pool, some)
}

/** So many tickets for each, none for two. */
function partsOf(counts: readonly number[]): Some[] {
  let from = 0
  return counts.map(count => {
    from += count
    return { from: from - count, count }
  })
}
