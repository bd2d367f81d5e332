import { Worker } from 'node:worker_threads'
import type { Envelope } from './machine.ts'
import type { Reading } from './reading.ts'

/** Reads mails aside, in a thread of its own: whatever somebody sends, agents go on working. */
export interface Reader {
  /** One after the other. Throws when a mail takes too long or too much memory. */
  read(raw: Buffer, envelope: Envelope): Promise<Reading>
  /** Something will have to be read soon: the thread begins to load. */
  warm(): void
  close(): Promise<void>
}

const mostSeconds = 20
const mostMegabytes = 512
/** The thread ends when there was nothing to read for so long. */
const idle = 120_000

export function openReader(): Reader {
  let thread: Worker | undefined
  let ending: NodeJS.Timeout | undefined
  let before: Promise<unknown> = Promise.resolve()

  const end = async () => {
    clearTimeout(ending)
    const ended = thread
    thread = undefined
    await ended?.terminate()
  }
  const endLater = () => {
    clearTimeout(ending)
    ending = setTimeout(() => {
      // Ending a thread does not fail.
      void end()
    }, idle).unref()
  }
  const begin = (): Worker => {
    clearTimeout(ending)
    thread ??= start()
    return thread
  }
  const readOne = async (raw: Buffer, envelope: Envelope): Promise<Reading> => {
    const reading = begin()
    try {
      return await answerOf(reading, () => {
        const bytes = new Uint8Array(raw)
        reading.postMessage({ raw: bytes, envelope }, [bytes.buffer])
      })
    } catch (error) {
      await end()
      throw error
    } finally {
      endLater()
    }
  }

  return {
    warm() {
      begin()
      endLater()
    },
    read(raw, envelope) {
      const reading = before.then(() => readOne(raw, envelope))
      before = reading.catch(() => undefined)
      return reading
    },
    async close() {
      await before
      await end()
    },
  }
}

function start(): Worker {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  // Whoever waits for an answer hears of it too.
  thread.on('error', () => {})
  thread.unref()
  return thread
}

function answerOf(thread: Worker, ask: () => void): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => settle(() => reject(new Error(`reading took more than ${mostSeconds} s`))),
      mostSeconds * 1000,
    )
    const settle = (how: () => void) => {
      clearTimeout(late)
      thread.off('message', heard).off('error', failed).off('exit', gone)
      how()
    }
    const heard = (mail: Reading) => settle(() => resolve(mail))
    const failed = (error: Error) => settle(() => reject(error))
    const gone = (code: number) => settle(() => reject(new Error(`the reading thread ended (${code})`)))
    thread.on('message', heard).on('error', failed).on('exit', gone)
    ask()
  })
}
