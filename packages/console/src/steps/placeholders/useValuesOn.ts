import { fieldText, type PlaceholderValues, placeholderValues, type SeenTicket } from '@baton/contract'
import { useCallback } from 'react'
import { useFields } from '../../fields/useFields.ts'
import { useRegions } from '../../fields/useRegions.ts'
import { useWording } from '../../fields/useWording.ts'
import { useAsk } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { useWords } from '../../words/Speaking.tsx'

/** What the placeholders mean on a ticket, said by whoever sits here: as the server fills them. */
export function useValuesOn(): (ticket: SeenTicket) => PlaceholderValues {
  const me = useMe()
  const { t, i18n } = useWords()
  const { data: desk } = useAsk('settings.get', {}, { fresh: 5 * 60_000 })
  const zone = desk?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const own = useFields('ticket')
  const wording = useWording()
  const regions = useRegions(own.some(({ spec }) => spec.kind === 'address'))
  const { language: locale } = i18n
  const { deskName } = me
  const { name: agentName } = me.agent
  return useCallback(
    ticket =>
      placeholderValues(ticket, {
        locale,
        word: (section, key) => t(`${section}.${key}` as 'urgency.normal'),
        fieldText: (key, value) => {
          const field = own.find(one => one.key === key)
          const regionOf = (code: string) => regions?.find(region => region.key === code)?.name
          return field ? fieldText(field, value, { ...wording, zone, regionOf }) : ''
        },
        zone,
        now: new Date(),
        agentName,
        deskName,
      }),
    [locale, t, zone, own, wording, regions, agentName, deskName],
  )
}
