import { z } from 'zod'
import { pageBeside } from './catalogue.ts'
import { condition, id, lines, mostSearched } from './shapes.ts'
import { ticket } from './ticket-record.ts'

/** Where a ticket was found. */
export const hitPlaces = [
  'subject',
  'number',
  'customer',
  'tag',
  'category',
  'field',
  'result',
  'message',
  'reply',
  'note',
  'progress',
  'attachment',
] as const
export type HitPlace = (typeof hitPlaces)[number]

export const searchReads = {
  /**
   * Tickets that hold all the words, newest first. `text` may hold `"phrases"` and filters (`状态:处理中`,
   * `status:open`). A page may be shorter than `limit`: as long as there is a `nextCursor`, there is more to look through.
   */
  'ticket.search': pageBeside(
    'ticketHit',
    { text: lines(mostSearched), where: condition.optional() },
    // How many there are, at most 1000; `isMore` says that there are, or may be, more.
    { count: z.int(), isMore: z.boolean() },
  ),
} as const

const hit = z.object({
  place: z.enum(hitPlaces),
  /** The words and what stands around them. */
  text: z.string(),
  /** What of `text` is to be shown as found: [from, to] in UTF-16 units, the end exclusive. */
  ranges: z.array(z.tuple([z.int(), z.int()])),
  /** Of the customer's and the admin-made fields: which one. */
  field: z.string().nullable(),
  /** Of the conversation: which message. */
  messageId: id.nullable(),
  seq: z.int().nullable(),
})
export type Hit = z.output<typeof hit>

export const ticketHit = ticket.extend({ hits: z.array(hit) })
