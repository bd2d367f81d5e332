import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Logger } from 'pino'

export interface Signal {
  /** Tells the other processes that events were committed; many calls become one message. */
  send(): void
  /** Tells the other processes whose open pages are to ask again for what. */
  nudge: Nudged
  stop(): Promise<void>
}

const coalesce = 50
const reconnectAfter = 1000
const channel = 'baton_events'
const nudges = 'baton_nudges'
/** A message carries 8000 bytes at most. */
const mostPersons = 150

type Nudged = (kind: string, persons: readonly string[]) => void

/**
 * A coalesced wake-up across processes by LISTEN/NOTIFY on one connection of its own. Never inside a verb's transaction:
 * NOTIFY takes a lock at commit that would serialise intake. Losing a message is harmless, since everybody polls too.
 */
export function startSignal(
  connect: () => pg.Client,
  heard: () => void,
  log: Logger,
  nudged: Nudged = () => {},
): Signal {
  const own = randomUUID()
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const open = async () => {
    const fresh = connect()
    fresh.on('notification', message => {
      if (message.channel === channel) return heard()
      const { from, kind, persons } = JSON.parse(message.payload ?? '{}') as Nudge
      if (from !== own) nudged(kind, persons)
    })
    fresh.on('error', error => {
      log.warn({ err: error }, 'the signal connection was lost')
      client = undefined
      if (!stopped) setTimeout(reopen, reconnectAfter).unref()
    })
    await fresh.connect()
    await fresh.query(`listen ${nudges}`)
    await fresh.query(`listen ${channel}`)
    client = fresh
  }
  const reopen = () => {
    open().catch(() => {
      if (!stopped) setTimeout(reopen, reconnectAfter).unref()
    })
  }
  reopen()

  // One connection answers one question at a time.
  let before: Promise<unknown> = Promise.resolve()
  const say = (text: string, values: readonly string[], failed: string) => {
    before = before
      .then(() => client?.query(text, [...values]))
      .catch((error: unknown) => log.warn({ err: error }, failed))
  }

  return {
    send() {
      timer ??= setTimeout(() => {
        timer = undefined
        say(`notify ${channel}`, [], 'a signal was not sent')
      }, coalesce)
    },
    nudge(kind, persons) {
      for (let at = 0; at < persons.length; at += mostPersons) {
        const said: Nudge = { from: own, kind, persons: persons.slice(at, at + mostPersons) }
        say('select pg_notify($1, $2)', [nudges, JSON.stringify(said)], 'a nudge was not sent')
      }
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await before
      await client?.end()
    },
  }
}

interface Nudge {
  from: string
  kind: string
  persons: readonly string[]
}
