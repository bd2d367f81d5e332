import path from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { createDesk } from '../kernel/create.ts'
import { migrate } from '../kernel/migrate.ts'
import { startPostgres } from '../kernel/postgres/index.ts'
import { modules } from '../modules.ts'
import { recount } from '../reactions/figures/index.ts'

/**
 * `npm run recount [mend]`: counts all statistics anew from the event log and compares them with what is kept; with `mend`
 * writes what the log says. On a database of its own the desk may run meanwhile; with the embedded one it must not.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const mend = process.argv.includes('mend')
  const server = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir })
  const connectionString = config.databaseUrl ?? server?.connectionString ?? ''
  try {
    await migrate(connectionString)
    const desk = await createDesk({
      config,
      connection: { connectionString },
      modules,
      filesFolder: path.join(config.dataDir, 'files'),
      log: pino({ level: config.logLevel }),
    })
    try {
      const { tickets, facts, differing, mended, examples } = await recount(desk, { mend })
      const lines = [
        `工单 tickets ${tickets}`,
        `事项 facts ${facts}`,
        `不符 differing ${differing}`,
        `已更正 mended ${mended}`,
        ...examples.map(id => `  ${id}`),
      ]
      process.stdout.write(`${lines.join('\n')}\n`)
      process.exitCode = differing > mended ? 1 : 0
    } finally {
      await desk.close()
    }
  } finally {
    await server?.stop()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
