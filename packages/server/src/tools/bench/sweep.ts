import { sql } from 'kysely'
import { openDatabase } from '../../kernel/db.ts'
import { dueTimers } from '../../kernel/due.ts'
import { quantile } from './load.ts'

/** What it costs to look when nothing is due. */
export interface SweepCost {
  /** Milliseconds. */
  p50: number
  p99: number
  plan: string
}

const looks = 500

export async function benchSweep(connectionString: string): Promise<SweepCost> {
  const database = openDatabase({ connectionString, max: 1 }, () => {})
  const look = dueTimers(database.db, new Date(), 500)
  const times: number[] = []
  for (let n = 0; n < looks; n++) {
    const before = performance.now()
    await look.execute()
    times.push(performance.now() - before)
  }
  const plan = await look.explain('text', sql`analyze, buffers`)
  await database.close()
  times.sort((a, b) => a - b)
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    plan: plan.map(line => line['QUERY PLAN']).join('\n'),
  }
}
