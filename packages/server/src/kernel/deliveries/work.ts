import { every } from '../every.ts'
import { deliver } from './deliver.ts'
import { type Leases, openLeases } from './leases.ts'
import { recall, renounce } from './lost.ts'
import type { Sender } from './sender.ts'
import type { Works } from './works.ts'

/** What is put in here leaves at once; what other processes put in, and later tries, are looked for this often. */
const pollEvery = 5000
/** For deliveries that nobody works on any more. */
const lookEvery = 15_000
/** How long a stop waits for what is being sent. */
const mostWait = 10_000

/** Works the outbox until stopped: each channel in its own lane, so that a slow one holds up no other. */
export function startDelivering(works: Works): () => Promise<void> {
  const { desk } = works
  const leases = openLeases(desk.pool, desk.log)
  const lanes = works.senders.map(sender => startLane(works, leases, sender))
  works.onPut(channel => lanes.find(lane => lane.channel === channel)?.wake())
  const looking = every(
    lookEvery,
    async () => {
      await renounce(desk, leases)
      for (const lane of lanes) if (await recall(works, lane.channel)) lane.wake()
    },
    desk,
  )
  return async () => {
    await looking.stop()
    await Promise.all(lanes.map(lane => lane.stop()))
    await leases.close()
  }
}

interface Lane {
  channel: string
  wake(): void
  stop(): Promise<void>
}

function startLane(works: Works, leases: Leases, sender: Sender): Lane {
  const { desk, jobs } = works
  const { channel } = sender
  const closedBecause = works.sender(channel)?.closedBecause
  if (closedBecause)
    desk.log.info({ channel, reason: closedBecause }, 'deliveries wait: nothing can be sent on this channel')
  const underway = new Set<Promise<void>>()
  const allowance = fill(sender.perMinute)

  const pump = async (): Promise<void> => {
    if (closedBecause) return
    for (;;) {
      const room = Math.min(sender.atOnce - underway.size, allowance.left())
      if (room < 1) return
      const taken = await jobs.take(channel, room)
      for (const job of taken) {
        allowance.spend()
        const sending = deliver(works, leases, sender, job)
          .catch((error: unknown) =>
            desk.log.error({ err: error, channel, job: job.data }, 'a delivery could not be worked on'),
          )
          .finally(() => {
            underway.delete(sending)
            loop.wake()
          })
        underway.add(sending)
      }
      if (taken.length < room) return
    }
  }
  const loop = every(pollEvery, pump, desk)
  return {
    channel,
    wake: loop.wake,
    async stop() {
      await loop.stop()
      const late = new Promise<void>(resolve => setTimeout(resolve, mostWait).unref())
      await Promise.race([Promise.all(underway), late])
      if (underway.size > 0)
        desk.log.warn({ channel, count: underway.size }, 'stopped while deliveries were still being sent')
    },
  }
}

/** So many a minute, saved up for at most ten seconds. */
function fill(perMinute: number): { left(): number; spend(): void } {
  const most = Math.max(1, perMinute / 6)
  let tokens = most
  let at = Date.now()
  return {
    left() {
      const now = Date.now()
      tokens = Math.min(most, tokens + ((now - at) * perMinute) / 60_000)
      at = now
      return Math.floor(tokens)
    },
    spend() {
      tokens -= 1
    },
  }
}
