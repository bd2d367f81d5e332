import { fieldText, type PlaceholderValues, placeholderValues, type SeenTicket, wordIn } from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import type { Picture } from '../../kernel/configuration.ts'
import { definitions, wordingOf } from '../fields/index.ts'
import { directory, ownerIdOf } from '../people/index.ts'
import { settings } from '../settings/index.ts'

interface At {
  caller: Caller
  picture: Picture
  now: Date
}

/** What the placeholders mean on a ticket as the caller sees it. What Baton does by itself is said by the ticket's holder. */
export function placeholdersOn(ticket: SeenTicket, { caller, picture, now }: At): PlaceholderValues {
  const { deskName, timezone: zone } = picture.of(settings)
  const me = picture.of(directory).agents.get(ownerIdOf(caller) ?? '')
  const agentName = me?.name ?? ticket.assignee?.name ?? ''
  return placeholderValues(worded(ticket, { caller, picture }), {
    locale: caller.locale,
    word: (section, key) => wordIn(caller.locale, section, key),
    zone,
    now,
    agentName,
    deskName,
  })
}

/** The desk's own fields as people read them. */
function worded(ticket: SeenTicket, at: Pick<At, 'caller' | 'picture'>): SeenTicket {
  const own = at.picture.of(definitions).of('ticket')
  const wording = wordingOf(at)
  const fields = Object.entries(ticket.fields ?? {}).map(([key, value]) => {
    const field = own.byKey(key)
    return [key, field ? fieldText(field, value, wording) : value]
  })
  return { ...ticket, fields: Object.fromEntries(fields) }
}
