import type { EventName } from '@baton/contract'
import type { RowFollower } from '../src/kernel/log/follower.ts'

export interface Marked {
  seq: number
  topic_id: string
}

/** Hears of things and of what writers write by hand. */
export const heard = [
  'thing.made',
  'thing.added',
  'thing.taken',
  'thing.packed',
  'thing.woken',
  'thing.noted',
] as unknown as EventName[]

/** A follower that writes one row for each event. `before` may fail, wait or die before the rows are written. */
export function markers(name: string, process = '', before?: RowFollower['write']): RowFollower {
  return {
    kind: 'rows',
    name,
    hears: heard,
    async write(tx, events, desk) {
      await before?.(tx, events, desk)
      const rows = events.map(({ seq, topic_id }) => ({ follower: name, seq, topic_id, process }))
      await tx.db
        .insertInto('marks')
        .values(rows as never)
        .execute()
    },
  }
}
