import { dayAt } from '@baton/contract'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAll } from '../lists/useAll.ts'
import { useAsk } from '../session/ask.ts'
import { fieldKeyOf, isOwnDimension } from './own-search.ts'
import { type Compare, type Days, daysOf, type Search, searchOf, unitFor, whereOf } from './search.ts'

const fresh = 5 * 60_000

/** What the address asks for, with what it leaves open filled in; and how to ask for something else. */
export function useAsked() {
  const given = useSearch({ strict: false }) as Record<string, unknown>
  const { figure } = useParams({ strict: false }) as { figure?: string }
  const navigate = useNavigate()
  const { data: settings } = useAsk('settings.get', {}, { fresh })
  const zone = settings?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const { data: fields } = useAll('field.list', { of: 'ticket', archived: true })
  const today = dayAt(Date.now(), zone)
  return useMemo(() => {
    const search = searchOf(given)
    const usual = daysOf('month', today)
    const from = search.from ?? usual.from
    const to = search.to ?? usual.to
    const days: Days = from <= to ? { from, to } : { from: to, to: from }
    const compare: Compare = search.compare ?? 'previous'
    const where = whereOf(search)
    const by = search.by ?? ('department' as const)
    // What is not reported any more tells nothing apart.
    const isGone = isOwnDimension(by) && fields?.some(field => field.key === fieldKeyOf(by) && field.reported) === false
    return {
      figure,
      search,
      days,
      compare,
      today,
      unit: search.unit ?? unitFor(days),
      by: isGone ? ('department' as const) : by,
      input: { ...days, ...(where && { where }) },
      /** Shown in place of the present page, so that Back leaves the figures and does not go through every choice. */
      ask: (change: Search) =>
        void navigate({
          to: '/figures/{-$figure}',
          params: { figure },
          search: withoutEmpty({ ...search, ...change }),
          replace: true,
        }), // a navigation that fails shows its own page
    }
  }, [given, figure, navigate, today, fields])
}

const withoutEmpty = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))
