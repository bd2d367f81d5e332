import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { EmbeddedPostgresError, wordsOf } from './error.ts'
import { askFor, connectionString, ensureDesk } from './hold.ts'
import { type Log, silent } from './log.ts'
import type { Place } from './place.ts'
import { findPostmaster } from './postmaster.ts'
import { preparePlace } from './prepare.ts'
import { chooseAddress, resetPassword, startPostmaster, stopServer } from './run.ts'
import type { Address } from './settings.ts'

export interface StartOptions {
  /** BATON_DATA: the cluster becomes its folder `postgres`. */
  dataDir: string
  log?: Log
  /** Settings on top of ours, as postgresql.conf takes them. */
  settings?: Record<string, string>
}

export interface EmbeddedPostgres {
  /** Stays the same until `stop`, also when the server had to be started again. */
  readonly connectionString: string
  /** Fast shutdown; resolves when the server is gone. Close your pools first: it ends their connections. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL in the data folder, or takes over the one that a killed process left running. It keeps
 * running, and is started again when it dies, until `stop`. Throws EmbeddedPostgresError with words for the operator.
 */
export async function startPostgres({ dataDir, log = silent, settings = {} }: StartOptions): Promise<EmbeddedPostgres> {
  const place = await preparePlace(dataDir, log, settings)
  let held = await hold(place, await chooseAddress(place.home.cluster))
  const stopping = new AbortController()
  let recovery: Promise<void> | undefined

  const watch = () => {
    held.keeper.once('end', () => {
      if (stopping.signal.aborted) return
      log.error('The connection to the embedded database broke; bringing it back')
      recovery = recover()
    })
  }
  const recover = async () => {
    for (let pause = 100; ; pause = Math.min(pause * 2, 5000)) {
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {}) // woken by stop
      if (stopping.signal.aborted) return
      try {
        held = await hold(place, held.address)
        log.warn('The embedded database is back')
        return watch()
      } catch (error) {
        log.error(`The embedded database does not come back: ${wordsOf(error)}`)
      }
    }
  }
  // Any end of ours but a kill takes the server along, even one that forgets to stop it.
  const parting = () => {
    const running = findPostmaster(place.home.cluster)
    if (running) process.kill(running.pid, 'SIGINT')
  }
  process.once('exit', parting)
  watch()

  return {
    connectionString: connectionString(held.address, place.password),
    async stop() {
      if (stopping.signal.aborted) return
      stopping.abort()
      await recovery
      process.off('exit', parting)
      await held.keeper.end().catch(() => {}) // it may have broken a moment ago
      await stopServer(place)
    },
  }
}

interface Held {
  readonly address: Address
  readonly keeper: pg.Client
}

/** Finds or starts the server and takes the folder's lock. A found one that is not usable is stopped first. */
async function hold(place: Place, wanted: Address): Promise<Held> {
  const { cluster } = place.home
  for (let attempt = 0; attempt < 10; attempt++) {
    const found = findPostmaster(cluster)
    const started = found ? undefined : await startPostmaster(place, wanted)
    const answer = await askFor(cluster, place.password)
    const running = findPostmaster(cluster)
    if (answer.is === 'held' && running) {
      const ours = running.pid === started
      if (ours || place.binaries.version.startsWith(answer.version)) {
        if (!ours) place.log.warn(`Took over the database server that was left running (process ${running.pid})`)
        await ensureDesk(answer.keeper, place.password)
        return { address: running.address, keeper: answer.keeper }
      }
      place.log.info(`Stopping the database server of version ${answer.version} that was left running`)
      await answer.keeper.end()
      await stopServer(place)
    } else if (running) {
      place.log.warn(
        `Stopping the database server that was left running (process ${running.pid}): ${wordsFor[answer.is]}`,
      )
      await stopServer(place)
      if (answer.is === 'stranger') resetPassword(place)
    } else {
      await sleep(200)
    }
  }
  throw new EmbeddedPostgresError(`The database in ${cluster} does not stay up; see ${place.home.logFile}`)
}

const wordsFor = {
  held: '',
  gone: 'it is ending',
  deaf: 'it does not answer',
  stranger: 'it does not know our password',
}
