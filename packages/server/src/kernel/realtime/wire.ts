import type pg from 'pg'
import type { Logger } from 'pino'

/** Short words between web processes that nobody keeps: lost ones are said again. */
export interface Wire {
  /** Which of the processes this one is. */
  id: string
  send(word: unknown): void
  /** Hears what the others say, and when the line is there again after a gap. */
  hear(heard: (word: unknown) => void, back: () => void): void
  stop(): Promise<void>
}

const reconnectAfter = 1000

/**
 * By LISTEN and NOTIFY on one connection of its own, outside every transaction. Nothing is stored: what is said while a
 * process is away concerns it no longer.
 */
export function startWire(id: string, connect: () => pg.Client, log: Logger): Wire {
  let client: pg.Client | undefined
  let stopped = false
  let heard: (word: unknown) => void = () => {}
  let back = () => {}
  /** What is being sent: one word at a time, and a connection that is ended in the middle of it drops it. */
  let sending: Promise<unknown> = Promise.resolve()

  const open = async () => {
    const fresh = connect()
    fresh.on('notification', ({ payload }) => {
      const said = payload ? (JSON.parse(payload) as { by: string; word: unknown }) : undefined
      if (said && said.by !== id) heard(said.word)
    })
    fresh.on('error', error => {
      log.warn({ err: error }, 'the wire between processes was lost')
      client = undefined
      if (!stopped) setTimeout(reopen, reconnectAfter).unref()
    })
    await fresh.connect()
    await fresh.query('listen baton_together')
    if (stopped) return fresh.end()
    client = fresh
    back()
  }
  const reopen = () => {
    open().catch(() => {
      if (!stopped) setTimeout(reopen, reconnectAfter).unref()
    })
  }
  reopen()

  return {
    id,
    send(word) {
      const said = JSON.stringify({ by: id, word })
      sending = sending
        .then(() => client?.query('select pg_notify($1, $2)', ['baton_together', said]))
        .catch((error: unknown) => log.warn({ err: error }, 'a word was not sent'))
    },
    hear(onWord, onBack) {
      heard = onWord
      back = onBack
      if (client) onBack()
    },
    async stop() {
      stopped = true
      await sending
      await client?.end()
    },
  }
}
