import type { Desk } from '../desk.ts'
import { openJobs } from './jobs.ts'
import type { Outbox } from './outbox.ts'
import type { OpenSender, Sender } from './sender.ts'
import { startDelivering } from './work.ts'
import type { Works } from './works.ts'
import { writeDelivery } from './write.ts'

export function openOutbox(desk: Desk, senders: readonly Sender[]): Outbox {
  const open = new Map<string, OpenSender>()
  const hearers: ((channel: string) => void)[] = []
  const jobs = openJobs(
    desk,
    senders.map(sender => sender.channel),
  )
  const works: Works = {
    desk,
    senders,
    jobs,
    async hint(tx, channel, deliveryIds) {
      if (deliveryIds.length === 0) return
      await jobs.insert(tx, channel, deliveryIds)
      tx.afterCommit(() => {
        for (const hear of hearers) hear(channel)
      })
    },
    sender(channel) {
      const known = senders.find(sender => sender.channel === channel)
      if (known && !open.has(channel)) open.set(channel, known.open(desk))
      return open.get(channel)
    },
    onPut: hear => void hearers.push(hear),
  }
  return {
    async put(tx, drafts) {
      for (const draft of drafts) {
        await writeDelivery(tx, draft, works.sender(draft.channel)?.closedBecause, desk.clock())
      }
      for (const channel of new Set(drafts.map(draft => draft.channel))) {
        const mine = drafts.filter(draft => draft.channel === channel && !draft.suppressed)
        await works.hint(
          tx,
          channel,
          mine.map(draft => draft.id),
        )
      }
      tx.afterCommit(() => desk.events.wake())
    },
    hint: works.hint,
    start: () => startDelivering(works),
    async close() {
      await jobs.close()
      for (const sender of open.values()) await sender.close()
      open.clear()
    },
  }
}
