import { type EventName, ticketEvents } from '@baton/contract'
import type { Db } from '../../kernel/db.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { definitions, type OwnFields } from '../fields/index.ts'
import { wantCustomer } from './wanted.ts'
import { lockIndex, writeWords } from './write.ts'

/** What leaves everything that can be found as it was: who has it, where it stands, what became of a mail. */
const silent: readonly string[] = [
  'ticket.assigned',
  'ticket.claimed',
  'ticket.acknowledged',
  'ticket.transferred',
  'ticket.returned',
  'ticket.pooled',
  'ticket.undispatched',
  'ticket.urged',
  'ticket.awaited',
  'ticket.held',
  'ticket.paused',
  'ticket.resumed',
  'ticket.followedUp',
  'ticket.reopened',
  'ticket.closed',
  'ticket.cancelled',
  'ticket.forceEnded',
  'clock.breached',
  'delivery.changed',
]

/** The customer's words that tickets are found by. */
const known = ['name', 'company', 'emails', 'phones', 'externalId']

/** Keeps the index of words: what was said, noted or changed is found a moment later. */
export const searchFollower: RowFollower = {
  kind: 'rows',
  name: 'search',
  hears: [...(Object.keys(ticketEvents) as EventName[]).filter(name => !silent.includes(name)), 'customer.updated'],
  async write(tx, events, desk) {
    const own = (await desk.configuration.current()).of(definitions).of('ticket')
    await lockIndex(tx.db)
    await writeWords(tx.db, ticketsOf(events), 'changed', own)
    for (const id of customersOf(events)) await readAgain(tx.db, id, own)
  },
}

const ticketsOf = (events: readonly LoggedEvent[]): string[] => [
  ...new Set(events.filter(({ type }) => type !== 'customer.updated').map(event => event.topic_id)),
]

function customersOf(events: readonly LoggedEvent[]): string[] {
  const changed = events.filter(({ type, payload }) => {
    const changes = (payload.changes ?? []) as readonly { field: string }[]
    return type === 'customer.updated' && changes.some(({ field }) => known.includes(field))
  })
  return [...new Set(changed.map(event => event.subject_id))]
}

/** The newest tickets of a customer at once; the others when there is time. */
const atOnce = 100

async function readAgain(tx: Db, customerId: string, own: OwnFields): Promise<void> {
  const rows = await tx
    .selectFrom('tickets')
    .select(['id', 'created_at'])
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atOnce)
    .execute()
  await writeWords(
    tx,
    rows.map(row => row.id),
    'all',
    own,
  )
  const last = rows.at(-1)
  if (last && rows.length === atOnce) await wantCustomer(tx, customerId, last)
}
