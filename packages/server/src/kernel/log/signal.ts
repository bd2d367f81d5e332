import type pg from 'pg'
import type { Logger } from 'pino'

export interface Signal {
  /** Tells the other processes that events were committed; many calls become one message. */
  send(): void
  stop(): Promise<void>
}

const coalesce = 50
const reconnectAfter = 1000
const channel = 'baton_events'

/**
 * A coalesced wake-up across processes by LISTEN/NOTIFY on one connection of its own. Never inside a verb's transaction:
 * NOTIFY takes a lock at commit that would serialise intake. Losing a message is harmless, since everybody polls too.
 */
export function startSignal(connect: () => pg.Client, heard: () => void, log: Logger): Signal {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const open = async () => {
    const fresh = connect()
    fresh.on('notification', heard)
    fresh.on('error', error => {
      log.warn({ err: error }, 'the signal connection was lost')
      client = undefined
      if (!stopped) setTimeout(reopen, reconnectAfter).unref()
    })
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
  }
  const reopen = () => {
    open().catch(() => {
      if (!stopped) setTimeout(reopen, reconnectAfter).unref()
    })
  }
  reopen()

  return {
    send() {
      timer ??= setTimeout(() => {
        timer = undefined
        client?.query(`notify ${channel}`).catch(error => log.warn({ err: error }, 'a signal was not sent'))
      }, coalesce)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
