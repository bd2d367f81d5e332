import { Skeleton } from '@baton/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useImperativeHandle, useRef } from 'react'
import { useLook } from '../../frame/look.tsx'
import type { Listed } from '../list.ts'
import { Failed, Nothing, type RowsProps, useHoverPrefetch, Waiting } from '../Rows.tsx'
import { isChosen } from '../selection.ts'
import { useViewWords } from '../words/index.ts'
import style from './Table.module.css'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { useColumns } from './useColumns.ts'

interface Props extends RowsProps {
  order: Listed['order']
  onOrder: (order: Listed['order']) => void
}

export const rowHeights = { roomy: 44, dense: 34 }
const headHeight = 36

/** A view's tickets in columns, those in sight of as many as there are. The rows are those of the list, and so are its keys. */
export function Table({ ref, list, view, name, cursor, open, onOpen, selection, order, onOrder }: Props): ReactNode {
  const { t } = useViewWords()
  const { density } = useLook()
  const { columns, grid, sizing } = useColumns(view)
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const hover = useHoverPrefetch()
  const height = rowHeights[density]
  const keyOf = useCallback((index: number) => rows[index]?.id ?? 'more', [rows])
  const virtual = useVirtualizer({
    count: rows.length + (hasNextPage ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: keyOf,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
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
      <table
        aria-label={t('table.label', { name: view?.name ?? name })}
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        className={style.table}
        style={grid}
        data-choosing={selection?.choosing || undefined}
      >
        <TableHead columns={columns} sizing={sizing} order={order} onOrder={onOrder} />
        <tbody className={style.all} style={{ height: virtual.getTotalSize() }}>
          {items.map(item => {
            const ticket = rows[item.index]
            return ticket ? (
              <TableRow
                key={item.key}
                ticket={ticket}
                columns={columns}
                at={item.index}
                position={item.index + 2}
                top={item.start - headHeight}
                height={height}
                view={name}
                open={ticket.number === open}
                current={item.index === cursor}
                chosen={selection !== undefined && isChosen(selection.chosen, ticket.id)}
                onChoose={selection?.toggle}
                onOpen={onOpen}
                onNear={hover.enter}
                onPress={hover.press}
                onFar={hover.leave}
              />
            ) : (
              <tr
                key="more"
                className={style.more}
                style={{ transform: `translateY(${item.start - headHeight}px)`, height }}
              >
                <td>
                  <Skeleton lines={['80%']} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
