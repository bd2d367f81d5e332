import { dayAt } from '@baton/contract'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAsk } from '../session/ask.ts'
import { type Compare, type Days, daysOf, type Search, searchOf, unitFor, whereOf } from './search.ts'

const fresh = 5 * 60_000

/** What the address asks for, with what it leaves open filled in; and how to ask for something else. */
export function useAsked() {
  const given = useSearch({ strict: false }) as Record<string, unknown>
  const { figure } = useParams({ strict: false }) as { figure?: string }
  const navigate = useNavigate()
  const { data: settings } = useAsk('settings.get', {}, { fresh })
  const zone = settings?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = dayAt(Date.now(), zone)
  return useMemo(() => {
    const search = searchOf(given)
    const usual = daysOf('month', today)
    const from = search.from ?? usual.from
    const to = search.to ?? usual.to
    const days: Days = from <= to ? { from, to } : { from: to, to: from }
    const compare: Compare = search.compare ?? 'previous'
    const where = whereOf(search)
    return {
      figure,
      search,
      days,
      compare,
      today,
      unit: search.unit ?? unitFor(days),
      by: search.by ?? ('department' as const),
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
  }, [given, figure, navigate, today])
}

const withoutEmpty = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))
