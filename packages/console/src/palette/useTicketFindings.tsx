import { Icon } from '@baton/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { elsewhere, inSubject, type TicketHit } from '../search/found.ts'
import { Marked } from '../search/Marked.tsx'
import { reading, useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { isProblem } from '../session/problem.ts'
import { StatusTag } from '../tickets/StatusTag.tsx'
import { useWords } from '../words/Speaking.tsx'
import { allView } from '../workspace/shipped.ts'
import type { Finding } from './finding.ts'

const each = 6

interface Found {
  found: Finding[]
  busy: boolean
  /** What is wrong with a filter. */
  wrong: string | undefined
}

/**
 * The ticket of that number, else those in which the words stand, and the way to all of them. `text` is looked for, `wanted`
 * is what is typed by now.
 */
export function useTicketFindings(text: string, wanted: string): Found {
  const { t } = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const isNumber = /^[a-z]{0,5}\d{8,}$/i.test(text)
  const where = { field: 'number', op: 'is', value: text.toUpperCase() }
  const numbered = useAsk('ticket.list', { where, limit: 1 }, { enabled: isNumber, fresh: 10_000 })
  const maySearch = me.may('ticket.search')
  const enabled = text !== '' && maySearch
  const { data, isFetching, error, isPlaceholderData } = useQuery({
    ...reading('ticket.search', { text: text || ' ', limit: each }),
    enabled,
    staleTime: 10_000,
    // What was found before stands until the next answer is there.
    placeholderData: keepPreviousData,
  })
  return useMemo(() => {
    const open = (number: string) => () =>
      void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: allView, number } }) // shows its own page
    const isOld = text !== wanted
    const wrong = isProblem(error, 'invalid') ? error.at('text') : undefined
    const exact = isNumber ? (numbered.data?.items ?? []) : []
    const searched = enabled ? (data?.items ?? []).filter(({ id }) => !exact.some(ticket => ticket.id === id)) : []
    const all: Finding = {
      key: 'search',
      group: 'ticket',
      label: t('palette.searchAll', { text: wanted }),
      face: <Icon name="search" />,
      run: () => void navigate({ to: '/search/{-$number}', params: { number: undefined }, search: { q: wanted } }), // shows its own page
    }
    return {
      busy: (enabled && isFetching) || (isNumber && numbered.isFetching),
      wrong,
      found: [
        ...exact.map(ticket => ({ ...finding({ ...ticket, hits: [] }, open(ticket.number)), stale: isOld })),
        ...searched.map(ticket => ({ ...finding(ticket, open(ticket.number)), stale: isOld || isPlaceholderData })),
        ...(wanted && maySearch && !wrong ? [all] : []),
      ],
    }
  }, [
    t,
    text,
    wanted,
    maySearch,
    isPlaceholderData,
    isNumber,
    numbered.data,
    numbered.isFetching,
    enabled,
    data,
    isFetching,
    error,
    navigate,
  ])
}

function finding(ticket: TicketHit, run: () => void): Finding {
  const subject = inSubject(ticket)
  return {
    key: ticket.id,
    group: 'ticket',
    label: ticket.subject,
    ...(subject && { shown: <Marked text={subject.text} ranges={subject.ranges} /> }),
    under: under(ticket),
    face: <StatusTag status={ticket.status} runState={ticket.runState} small />,
    run,
  }
}

/** Where it was found when that is not the subject; who asks when it is. */
function under(ticket: TicketHit): ReactNode {
  const [hit] = inSubject(ticket) ? [] : elsewhere(ticket)
  if (hit && hit.place !== 'number') return <Marked text={hit.text} ranges={hit.ranges} />
  return [ticket.number, ticket.customer?.name].filter(Boolean).join(' · ')
}
