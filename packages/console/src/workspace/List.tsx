import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLook } from '../frame/look.tsx'
import { useMe } from '../session/me.ts'
import { Bulk } from './Bulk.tsx'
import style from './List.module.css'
import { ListHead } from './ListHead.tsx'
import { type Listed, listOf, useTicketList } from './list.ts'
import { Rows, type RowsHandle } from './Rows.tsx'
import { useSelection } from './selection.ts'
import { useListKeys } from './useListKeys.ts'
import { countText } from './Views.tsx'
import { useCounts, type ViewRecord } from './views.ts'

interface Props {
  view: ViewRecord | undefined
  /** The view's word in the address. */
  name: string
  views: readonly ViewRecord[] | undefined
  /** The number of the open ticket. */
  open: string | undefined
  onOpen: (number: string | undefined) => void
}

/** One view's tickets. */
export function List({ view, name, views, open, onOpen }: Props): ReactNode {
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
  const mayChoose = useMe().may('bulk.start')
  const selection = useSelection(list.rows, name)
  const total = useTotal(views, view, list)
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
    <section className={style.list} data-density={density} aria-label={view?.name ?? name}>
      <ListHead
        view={view}
        views={views}
        name={name}
        order={order}
        onOrder={setOrder}
        busy={list.isFetching && !list.isPending}
        onRefresh={refresh}
        selection={mayChoose ? selection : undefined}
      />
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
      <Bulk selection={selection} of={{ view: name }} total={total} />
    </section>
  )
}

/** How many tickets the view has: exactly where all of them are here, else as its pane counts them. */
function useTotal(
  views: readonly ViewRecord[] | undefined,
  view: ViewRecord | undefined,
  list: ReturnType<typeof useTicketList>,
): number | string | undefined {
  const counts = useCounts(views ?? none)
  if (!list.hasNextPage) return list.rows.length
  return view && countText(counts[view.id])
}

const none: readonly ViewRecord[] = []
