import { pino } from 'pino'
import { ConfigError, readConfig } from './config.ts'
import { firstRunCode } from './records/sessions/index.ts'
import { type Running, serve } from './serve.ts'

/** Starts the desk that the environment describes, says where it is, and stops it cleanly on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel })
  const starting = serve(config, { log })
  let ending = false
  const end = () => {
    // The process group and whoever started us may both pass the signal on; the second one must not cut the first short.
    if (ending) return
    ending = true
    starting
      .then(running => running.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end)
  const running = await starting
  await welcome(running)
}

async function welcome({ url, desk }: Running): Promise<void> {
  const address = desk.config.publicUrl ?? url.replace('0.0.0.0', 'localhost').replace('[::]', 'localhost')
  const lines = ['', `  Baton 接力  ${address}`]
  const code = await firstRunCode(desk)
  if (code)
    lines.push(
      '',
      `  首次使用：打开 ${address}/first-run，输入初始化代码`,
      `  First run: open ${address}/first-run and enter the code`,
      '',
      `      ${code}`,
    )
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

main().catch((error: unknown) => {
  const plain = error instanceof ConfigError || (error instanceof Error && 'plain' in error)
  process.stderr.write(`\n${plain || error instanceof Error ? (error as Error).message : String(error)}\n`)
  if (!plain && error instanceof Error && !isKnown(error)) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})

const isKnown = (error: Error): boolean =>
  ['MigrationError', 'EmbeddedPostgresError', 'DatabaseUnreachable', 'ListenError', 'SecretKeyError'].includes(
    error.name,
  )
