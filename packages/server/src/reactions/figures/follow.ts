import { type EventName, events, ticketEvents } from '@baton/contract'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { settings } from '../../records/settings/index.ts'
import { History } from './history.ts'
import { keepHistory, keptFrom, livesOf } from './keep.ts'
import { ownDimensions } from './own.ts'

/** What changes a ticket tells of it in `changes`; the others are named. Names that no room tells yet are left out. */
const heard: readonly EventName[] = [
  ...Object.entries(ticketEvents).flatMap(([name, { payload }]) => ('changes' in payload.shape ? [name] : [])),
  'clock.met',
  'clock.breached',
  'clock.warned',
  'ticket.extensionGranted',
  'survey.sent',
  'survey.answered',
].filter((name): name is EventName => Object.hasOwn(events, name))

export const followerName = 'figures'

/** Keeps the facts: each batch of events with the cursor in one transaction, so each is counted exactly once. */
export const figuresFollower: RowFollower = {
  kind: 'rows',
  name: followerName,
  hears: heard,
  async write(tx, batch, desk) {
    const picture = await desk.configuration.at(tx.version)
    const { timezone } = picture.of(settings)
    const known = await livesOf(tx.db, [...new Set(batch.map(event => event.topic_id))])
    const history = new History(timezone, picture.of(ownDimensions).keys, await keptFrom(tx.db), known)
    for (const event of batch) history.take(event)
    await keepHistory(tx.db, history)
  },
}
