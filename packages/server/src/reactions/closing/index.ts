/** Automatic close: some days after a ticket was solved, unless the customer objects or somebody takes it up again. */
import type { Draft } from '../../kernel/draft.ts'
import { module } from '../../kernel/module.ts'
import type { Step } from '../../kernel/steps.ts'
import { schedule, unschedule } from '../../kernel/timers.ts'
import { settings } from '../../records/settings/index.ts'

const day = 86_400_000

/** Runs only while solved: whatever takes the ticket out of that state takes the timer away. */
export function reactOnSolved(draft: Draft, now: Date, days: number): Step[] {
  const topics = new Set(draft.events.map(event => event.topicId))
  return [...topics].flatMap(id => {
    const image = draft.images.get('tickets')?.get(id)
    // Answered on the spot: solved from the first.
    if (!image) return draft.row('tickets', id)?.status === 'solved' ? [closesOn(id, now, days)] : []
    if (image.before.status === image.after.status) return []
    if (image.after.status === 'solved') return [closesOn(id, now, days)]
    return image.before.status === 'solved' ? [unschedule('ticket.close', id)] : []
  })
}

const closesOn = (id: string, now: Date, days: number): Step =>
  schedule('ticket.close', id, new Date(now.getTime() + days * day), { ticketId: id })

export const closing = module({
  name: 'closing',
  within: [
    {
      name: 'closing',
      hears: [
        'ticket.solved',
        'ticket.reopened',
        'ticket.received',
        'ticket.closed',
        'ticket.followedUp',
        'ticket.replied',
        'survey.answered',
      ],
      react: (draft, { now, picture }) => reactOnSolved(draft, now, picture.of(settings).autoCloseDays),
    },
  ],
})
