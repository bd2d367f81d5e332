import type { TicketRecord } from '@baton/contract'
import { Empty, Icon, Skeleton, Wrong } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useRef } from 'react'
import { useLook } from '../frame/look.tsx'
import { useProblemText } from '../session/problem-text.ts'
import { useDraftedTickets } from '../tickets/composer/draft.ts'
import { prefetchTicket } from '../tickets/prefetch.ts'
import { useWords } from '../words/Speaking.tsx'
import type { useTicketList } from './list.ts'
import { Row } from './Row.tsx'
import style from './Rows.module.css'
import { isChosen, type Selection } from './selection.ts'
import type { ViewRecord } from './views.ts'

export interface RowsHandle {
  /** Brings a row into view. */
  show: (at: number) => void
}

export interface RowsProps {
  ref: Ref<RowsHandle>
  list: ReturnType<typeof useTicketList>
  view: ViewRecord | undefined
  name: string
  cursor: number
  open: string | undefined
  onOpen: (number: string) => void
  /** Undefined for whoever may not work on many at once. */
  selection: Selection | undefined
}

const heights = { roomy: 84, dense: 54 }
const hoverMeans = 60

/** The rows that are in sight, of as many as there are. */
export function Rows({ ref, list, view, name, cursor, open, onOpen, selection }: RowsProps): ReactNode {
  const { density } = useLook()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const drafted = useDraftedTickets()
  const hover = useHoverPrefetch()
  const height = heights[density]
  // One function for as long as the rows are the same, or each frame would measure all of them again.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? 'more', [rows])
  const virtual = useVirtualizer({
    count: rows.length + (hasNextPage ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: keyOf,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [virtual, height])
  useImperativeHandle(ref, () => ({ show: at => virtual.scrollToIndex(at, { align: 'auto' }) }), [virtual])

  const items = virtual.getVirtualItems()
  const nearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 20
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage() // tells its own failure
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage])

  if (list.isPending) return <Waiting height={height} />
  if (list.isError && rows.length === 0) return <Failed error={list.error} again={() => void list.refetch()} />
  if (rows.length === 0) return <Nothing view={view} />
  return (
    <div ref={scroller} className={style.scroller}>
      <ul
        className={style.all}
        data-choosing={selection?.choosing || undefined}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map(item => {
          const ticket = rows[item.index]
          return ticket ? (
            <Row
              key={item.key}
              ticket={ticket}
              top={item.start}
              height={height}
              position={item.index + 1}
              of={hasNextPage ? -1 : rows.length}
              view={name}
              open={ticket.number === open}
              current={item.index === cursor}
              drafted={drafted.has(ticket.id)}
              onOpen={onOpen}
              onNear={hover.enter}
              onPress={hover.press}
              onFar={hover.leave}
              chosen={selection !== undefined && isChosen(selection.chosen, ticket.id)}
              onChoose={selection?.toggle}
            />
          ) : (
            <li key="more" className={style.more} style={{ transform: `translateY(${item.start}px)`, height }}>
              <Skeleton lines={['50%', '80%']} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Resting on a row for a moment fetches it, and pressing it down does so before it is let go: it opens at once. */
export function useHoverPrefetch() {
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const enter = useCallback(
    (ticket: TicketRecord) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => prefetchTicket(queries, ticket), hoverMeans)
    },
    [queries],
  )
  const press = useCallback(
    (ticket: TicketRecord) => {
      clearTimeout(timer.current)
      prefetchTicket(queries, ticket)
    },
    [queries],
  )
  const leave = useCallback(() => clearTimeout(timer.current), [])
  return { enter, press, leave }
}

export function Waiting({ height }: { height: number }): ReactNode {
  return (
    <div className={style.scroller} aria-busy>
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <div key={index} className={style.waiting} style={{ height }}>
          <Skeleton lines={height > 60 ? ['70%', '90%', '40%'] : ['70%', '90%']} />
        </div>
      ))}
    </div>
  )
}

export function Failed({ error, again }: { error: unknown; again: () => void }): ReactNode {
  const { t } = useWords()
  const problemText = useProblemText()
  return (
    <div className={style.failed}>
      <Wrong action={{ label: t('problem.again'), run: again }}>{problemText(error)}</Wrong>
    </div>
  )
}

export function Nothing({ view }: { view: ViewRecord | undefined }): ReactNode {
  const { t, i18n } = useWords()
  const key = `list.empty.${view?.key ?? ''}`
  return (
    <Empty
      icon="inbox"
      title={view?.key && i18n.exists(key) ? t(key as 'list.empty.mine.todo') : t('list.none')}
      hint={
        <span className={style.hint}>
          <Icon name="keyboard" size={14} /> {t('list.noneHint')}
        </span>
      }
    />
  )
}
