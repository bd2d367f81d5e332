import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../../config.ts'
import { migrate } from '../../kernel/migrate.ts'
import { startPostgres } from '../../kernel/postgres/index.ts'
import { fillDesk, type Size } from './fill.ts'
import { password } from './organisation.ts'

const whole: Size = { tickets: 20_000, customers: 3000, days: 90, seed: 20_261_127 }
const small: Size = { tickets: 1500, customers: 400, days: 30, seed: 20_261_127 }

/** `npm run demo`: fills an empty desk with a believable history. `-- --small` for a quick one, `-- --seed 7` for another. */
async function main(): Promise<void> {
  const size = sizeOf(process.argv.slice(2))
  const config = readConfig(process.env)
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () =>
      ending.abort(
        new Stopped('已中止；写了一半的服务台请删除后重来。\nStopped. Remove the half-filled desk and begin anew.'),
      ),
    )
  const server = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir })
  try {
    const connectionString = config.databaseUrl ?? String(server?.connectionString)
    await migrate(connectionString)
    say(`正在写入 ${size.tickets} 张工单、${size.customers} 位客户、${size.days} 天的往来……`)
    const begun = performance.now()
    let told = 0
    const heard = (part: number) => {
      const tenth = Math.floor(part * 10)
      if (tenth > told) say(`  ${tenth * 10}%  ${Math.round((performance.now() - begun) / 1000)} s`)
      told = Math.max(told, tenth)
    }
    const filled = await fillDesk(config, { connectionString }, size, { now: Date.now(), heard, stop: ending.signal })
    const seconds = Math.round((performance.now() - begun) / 1000)
    say(
      [
        '',
        `  完成：${filled.tickets} 张工单（${filled.open} 张未结），${filled.acts} 个动作，用时 ${seconds} 秒`,
        `  Done: ${filled.tickets} tickets (${filled.open} open), ${filled.acts} acts, in ${seconds} s`,
        '',
        '  启动 / start:          npm start',
        `  管理员 / administrator: CS001   密码 / password: ${password}`,
        `  主管 / supervisors:     CS002 – CS007，坐席 / agents: CS009 – CS040，同一密码 / same password`,
        '',
      ].join('\n'),
    )
    for (const [what, count] of filled.refused) say(`  refused: ${what} × ${count}`)
  } finally {
    await server?.stop()
  }
}

class Stopped extends Error {
  readonly plain = true
}

function sizeOf(args: string[]): Size {
  const { values } = parseArgs({ args, options: { small: { type: 'boolean' }, seed: { type: 'string' } } })
  const seed = Number(values.seed ?? whole.seed)
  if (!Number.isInteger(seed)) throw new ConfigError(['--seed must be a whole number.'])
  return { ...(values.small ? small : whole), seed }
}

const say = (words: string) => process.stdout.write(`${words}\n`)

main().catch((error: unknown) => {
  const told = error instanceof Error ? error : new Error(String(error))
  const isPlain =
    told instanceof ConfigError || 'plain' in told || /^(EmbeddedPostgresError|MigrationError)$/.test(told.name)
  process.stderr.write(`\n${isPlain ? told.message : told.stack}\n`)
  process.exit(1)
})
