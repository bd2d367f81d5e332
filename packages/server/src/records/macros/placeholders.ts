import { type PlaceholderValues, placeholderValues, type SeenTicket } from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import type { Picture } from '../../kernel/configuration.ts'
import { directory } from '../people/index.ts'
import { settings } from '../settings/index.ts'
import { meOf } from './offered.ts'

interface At {
  caller: Caller
  picture: Picture
  now: Date
}

/** What the placeholders mean on a ticket as the caller sees it. What Baton does by itself is said by the ticket's holder. */
export function placeholdersOn(ticket: SeenTicket, { caller, picture, now }: At): PlaceholderValues {
  const { deskName, timezone: zone } = picture.of(settings)
  const me = picture.of(directory).agents.get(meOf(caller) ?? '')
  const agentName = me?.name ?? ticket.assignee?.name ?? ''
  return placeholderValues(ticket, { locale: caller.locale, zone, now, agentName, deskName })
}
