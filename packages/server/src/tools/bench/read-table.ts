import path from 'node:path'
import { openTable } from '../../kernel/tables/index.ts'

export interface Reading {
  rows: number
  ms: number
  growthMiB: number
}

/** `node read-table.ts file`: reads a table to its end and says what it took, as JSON. */
async function readTable(file: string): Promise<Reading> {
  const before = process.memoryUsage.rss()
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 10)
  const began = performance.now()
  const table = await openTable(file, path.basename(file))
  let rows = 0
  for await (const _row of table.rows(0)) rows++
  await table.close()
  clearInterval(look)
  return { rows, ms: performance.now() - began, growthMiB: (most - before) / 2 ** 20 }
}

process.stdout.write(JSON.stringify(await readTable(process.argv[2] ?? '')))
