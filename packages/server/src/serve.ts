import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { Server as HttpServer } from 'node:http'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createDesk, type OpenDesk } from './kernel/create.ts'
import { addHealth } from './kernel/health.ts'
import { createHttp } from './kernel/http.ts'
import { startSignal } from './kernel/log/signal.ts'
import { type Following, startFollowing } from './kernel/log/start.ts'
import { migrate } from './kernel/migrate.ts'
import { startPostgres } from './kernel/postgres/index.ts'
import { announce } from './kernel/processes.ts'
import { type Realtime, startRealtime } from './kernel/realtime/start.ts'
import { startWire } from './kernel/realtime/wire.ts'
import { addPages } from './kernel/static.ts'
import { startTimers } from './kernel/timers.ts'
import { startUpkeep, upkeep } from './kernel/upkeep.ts'
import { modules } from './modules.ts'
import { afterVerb, authenticate, bootstrap, identify, stillHere } from './records/sessions/index.ts'

export interface Running {
  desk: OpenDesk
  app: FastifyInstance
  /** Where it answers, `http://127.0.0.1:4000`. */
  url: string
  /** Resolves when the followers have read all that is committed now; undefined where this process does not follow. */
  following: Following | undefined
  stop(): Promise<void>
}

export interface ServeOptions {
  log: Logger
  clock?: () => Date
}

/** Starts a whole desk: database, migrations, followers, channels, HTTP and realtime, as far as the role asks for them. */
export async function serve(config: Config, { log, clock }: ServeOptions): Promise<Running> {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const connectionString = await database(config, log, stops)
    const desk = await createDesk({
      config,
      connection: { connectionString },
      modules,
      filesFolder: path.join(config.dataDir, 'files'),
      log,
      ...(clock && { clock }),
    })
    stops.push(() => desk.close())
    await desk.secrets.check(config.forgetSecretsOf ?? [])
    await upkeep(desk)
    await bootstrap(desk)
    stops.push(await announce(desk))
    const works = config.role !== 'web'
    const following = works ? await startWork(desk, stops) : undefined
    const app = await createHttp(desk, { authenticate: authenticate(desk), afterVerb })
    for (const room of modules) await room.routes?.(app, desk)
    addHealth(
      app,
      desk,
      modules.flatMap(room => room.gauges ?? []),
    )
    await addPages(app, { folder: consoleFolder, prefix: '/', routes: ['/', '/*'] })
    const realtime = config.role !== 'worker' ? await startLive(desk, app, connectionString, stops) : undefined
    const wakeAll = () => {
      following?.wake()
      realtime?.wake()
    }
    const nudgeHere = (kind: string, persons: readonly string[]) => realtime?.nudge(kind, persons)
    const signal = startSignal(() => new pg.Client(connectionString), wakeAll, log, nudgeHere)
    stops.push(() => signal.stop())
    desk.onNudge((kind, persons) => {
      nudgeHere(kind, persons)
      signal.nudge(kind, persons)
    })
    desk.onCommit(() => {
      wakeAll()
      signal.send()
    })
    // Together: the pages' lines end with realtime, and only the app cuts those that are open and say nothing.
    stops.push(() => Promise.all([realtime?.stop(), app.close()]).then(() => undefined))
    const url = await app.listen({ port: config.port, host: config.host })
    return { desk, app, url, following, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The console routes by itself, so every path that nobody else claims is its page. */
const consoleFolder = path.resolve(import.meta.dirname, '../../console/dist')

async function database(config: Config, log: Logger, stops: (() => Promise<void>)[]): Promise<string> {
  await mkdir(config.dataDir, { recursive: true })
  if (config.databaseUrl) {
    await migrate(config.databaseUrl, { log: say(log) })
    return config.databaseUrl
  }
  const server = await startPostgres({ dataDir: config.dataDir, log: say(log) })
  stops.push(() => server.stop())
  await migrate(server.connectionString, { log: say(log) })
  return server.connectionString
}

/** The worker's half: followers, timers, upkeep, and what the rooms keep running. */
async function startWork(desk: OpenDesk, stops: (() => Promise<void>)[]): Promise<Following> {
  const following = await startFollowing(
    desk,
    modules.flatMap(room => room.followers ?? []),
  )
  stops.push(() => following.stop())
  stops.push(startTimers(desk))
  stops.push(startUpkeep(desk))
  for (const room of modules) {
    const end = await room.start?.(desk)
    if (end) stops.push(end)
  }
  return following
}

/** The web's half: browsers hear what changes, and who looks at what, whichever process they are connected to. */
async function startLive(
  desk: OpenDesk,
  app: FastifyInstance,
  connectionString: string,
  stops: (() => Promise<void>)[],
): Promise<Realtime> {
  const wire = startWire(randomUUID(), () => new pg.Client(connectionString), desk.log)
  stops.push(() => wire.stop())
  return startRealtime(desk, app.server as HttpServer, { identify: identify(desk), stillHere: stillHere(desk), wire })
}

const say = (log: Logger) => ({
  info: (message: string) => log.info(message),
  warn: (message: string) => log.warn(message),
  error: (message: string) => log.error(message),
})
