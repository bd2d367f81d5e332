import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLook } from '../frame/look.tsx'
import style from './List.module.css'
import { ListHead } from './ListHead.tsx'
import { type Listed, listOf, useTicketList } from './list.ts'
import { Rows, type RowsHandle, Waiting } from './Rows.tsx'
import { useListKeys } from './useListKeys.ts'
import type { Layout, ViewRecord } from './views.ts'

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
  useListKeys({ rows: list.rows, cursor, open, onOpen, move: at => rows.current?.show(at), setCursor })

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
          />
        </Suspense>
      ) : (
        <Rows ref={rows} list={list} view={view} name={name} cursor={cursor} open={open} onOpen={onOpen} />
      )}
    </section>
  )
}
