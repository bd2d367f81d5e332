import { type PlaceholderValues, placeholderValues, type SeenTicket } from '@baton/contract'
import { useCallback } from 'react'
import { useAsk } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { useWords } from '../../words/Speaking.tsx'

/** What the placeholders mean on a ticket, said by whoever sits here: as the server fills them. */
export function useValuesOn(): (ticket: SeenTicket) => PlaceholderValues {
  const me = useMe()
  const { t, i18n } = useWords()
  const { data: desk } = useAsk('settings.get', {}, { fresh: 5 * 60_000 })
  const zone = desk?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const { language: locale } = i18n
  const { deskName } = me
  const { name: agentName } = me.agent
  return useCallback(
    ticket =>
      placeholderValues(ticket, {
        locale,
        word: (section, key) => t(`${section === 'word' ? 'plain' : section}.${key}` as 'plain.yes'),
        zone,
        now: new Date(),
        agentName,
        deskName,
      }),
    [locale, t, zone, agentName, deskName],
  )
}
