import type { IconName } from '@baton/ui'
import type { Me } from '../../session/me.ts'
import { type Ask, asks } from '../../tickets/sheets/asks.ts'
import type { TicketVerb } from '../../tickets/verbs.ts'

/** What of a ticket can be changed for many at once. */
export type Edited = 'tags' | 'urgency' | 'category' | 'macro'

/** Something to do with what is chosen. */
export type Deed = { verb: TicketVerb; edits?: undefined } | { verb: 'ticket.update' | 'macro.run'; edits: Edited }

const verb = (name: TicketVerb): Deed => ({ verb: name })
const edit = (edits: Edited): Deed => ({ verb: 'ticket.update', edits })

/** What is done most stands in the bar itself. */
export const first: readonly Deed[] = [verb('ticket.transfer'), verb('ticket.assign'), verb('ticket.solve')]

/** The others, in the order of the ticket's own menu. */
export const others: readonly (readonly Deed[])[] = [
  [{ verb: 'macro.run', edits: 'macro' }],
  [edit('tags'), edit('urgency'), edit('category')],
  [verb('ticket.reply'), verb('ticket.note')],
  [verb('ticket.claim'), verb('ticket.acknowledge'), verb('ticket.return'), verb('ticket.urge')],
  [verb('ticket.await'), verb('ticket.hold'), verb('ticket.pause'), verb('ticket.resume')],
  [verb('ticket.followUp'), verb('ticket.reopen'), verb('ticket.close')],
  [verb('ticket.cancel'), verb('ticket.forceEnd')],
]

export const editIcons: Record<Edited, IconName> = { tags: 'tag', urgency: 'warning', category: 'file', macro: 'bolt' }

/** Which field of a ticket is changed, where one is. */
const fieldOf: Partial<Record<Edited, string>> = { tags: 'tags', urgency: 'urgency', category: 'categoryId' }

/** Whether somebody may do it at all: the verb, and the field that it changes. */
export function canBegin({ verb: name, edits }: Deed, me: Pick<Me, 'may' | 'isFrozen'>): boolean {
  const field = edits && fieldOf[edits]
  return me.may(name) && !(field && me.isFrozen(field))
}

export const keyOf = ({ verb: name, edits }: Deed): string => edits ?? name

/** What a verb asks when it is for many: of words the composer asks alone, and of some that ask nothing, nothing. */
export function askOf(name: TicketVerb): Ask {
  if (name === 'ticket.reply' || name === 'ticket.note') return { text: 'body' }
  // What is missing in one or the other is told by its own row.
  if (name === 'ticket.solve') return { text: 'result' }
  return asks[name] ?? {}
}
