import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLook } from '../frame/look.tsx'
import { useMe } from '../session/me.ts'
import { Bulk } from './Bulk.tsx'
import style from './List.module.css'
import { ListHead } from './ListHead.tsx'
import { type Listed, listOf, useTicketList } from './list.ts'
import { Rows, type RowsHandle, Waiting } from './Rows.tsx'
import { useSelection } from './selection.ts'
import { useListKeys } from './useListKeys.ts'
import { countText, type Layout, useCounts, type ViewRecord } from './views.ts'

const Table = lazy(() => import('./table/Table.tsx').then(it => ({ default: it.Table })))

interface Props {
  view: ViewRecord | undefined
  /** The view's word in the address. */
  name: string
  views: readonly ViewRecord[] | undefined
  /** The number of the open ticket. */
  open: string | undefined
  onOpen: (number: string | undefined) => void
  /** As it is to be shown, and as there is room to. */
  layout: Layout
  shape: Exclude<Layout, 'board'>
  onLayout: (layout: Layout) => void
}

/** One view's tickets. */
export function List({ view, name, views, open, onOpen, layout, shape, onLayout }: Props): ReactNode {
  const [order, setOrder] = useState<Listed['order']>()
  const { density } = useLook()
  const listed = useMemo(() => listOf(name, order), [name, order])
  const list = useTicketList(listed)
  const { refetch } = list
  const refresh = useCallback(() => void refetch(), [refetch]) // tells its own failure
  const rows = useRef<RowsHandle>(null)
  const [cursor, setCursor] = useState(-1)
  const openAt = useMemo(() => list.rows.findIndex(ticket => ticket.number === open), [list.rows, open])

  useEffect(() => {
    if (openAt >= 0) setCursor(openAt)
  }, [openAt])
  // Where one was is still in sight when a table becomes a list beside the ticket, and a table again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another shape begins at the top
  useEffect(() => {
    if (cursor >= 0) rows.current?.show(cursor)
  }, [shape])
  const mayChoose = useMe().may('bulk.start')
  const selection = useSelection(list.rows, name)
  const total = useTotal(view, list)
  useListKeys({
    selection: mayChoose ? selection : undefined,
    rows: list.rows,
    cursor,
    open,
    onOpen,
    move: at => rows.current?.show(at),
    setCursor,
  })

  return (
    <section className={style.list} data-density={density} data-layout={shape} aria-label={view?.name ?? name}>
      <ListHead
        view={view}
        views={views}
        name={name}
        order={order}
        onOrder={setOrder}
        layout={layout}
        onLayout={onLayout}
        busy={list.isFetching && !list.isPending}
        onRefresh={refresh}
        selection={mayChoose ? selection : undefined}
      />
      {shape === 'table' ? (
        <Suspense fallback={<Waiting height={44} />}>
          <Table
            ref={rows}
            list={list}
            view={view}
            name={name}
            cursor={cursor}
            open={open}
            onOpen={onOpen}
            order={order ?? view?.order}
            onOrder={setOrder}
            selection={mayChoose ? selection : undefined}
          />
        </Suspense>
      ) : (
        <Rows
          ref={rows}
          list={list}
          view={view}
          name={name}
          cursor={cursor}
          open={open}
          onOpen={onOpen}
          selection={mayChoose ? selection : undefined}
        />
      )}
      <Bulk selection={selection} of={{ view: name }} total={total} />
    </section>
  )
}

/** How many tickets the view has: exactly where all of them are here, else as its pane counts them. */
function useTotal(view: ViewRecord | undefined, list: ReturnType<typeof useTicketList>): number | string | undefined {
  const counts = useCounts(useMemo(() => (view ? [view] : none), [view]))
  if (!list.hasNextPage) return list.rows.length
  return view && countText(counts[view.id])
}

const none: readonly ViewRecord[] = []
