import type { TicketRecord } from '@baton/contract'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useLook } from '../../frame/look.tsx'
import type { Listed } from '../list.ts'
import tableStyle from '../table/Table.module.css'
import { rowHeights } from '../table/Table.tsx'
import { TableHead } from '../table/TableHead.tsx'
import { useColumns } from '../table/useColumns.ts'
import { useListKeys } from '../useListKeys.ts'
import type { ViewRecord } from '../views.ts'
import style from './GroupedRows.module.css'
import { GroupPart } from './GroupPart.tsx'
import { type Group, keyOfGroup } from './group.ts'
import type { Apart } from './useApart.ts'

export interface Shown {
  view: ViewRecord
  name: string
  order: Listed['order']
  open: string | undefined
  onOpen: (number: string | undefined) => void
  /** Undefined for whoever may not work on many at once. */
  apart: Apart | undefined
}

interface Props extends Shown {
  groups: readonly Group[]
  shape: 'list' | 'table'
  onOrder: (order: Listed['order']) => void
}

const none: readonly TicketRecord[] = []
const listHeights = { roomy: 84, dense: 54 }

/** The groups one under the other, each under its name; what is folded, or not in sight yet, is not asked for. */
export function GroupedRows({ view, name, order, open, onOpen, apart, groups, shape, onOrder }: Props): ReactNode {
  const { density } = useLook()
  const { columns, grid, sizing } = useColumns(view)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [loaded, setLoaded] = useState<Readonly<Record<string, readonly TicketRecord[]>>>({})
  const [current, setCurrent] = useState<string>()
  const scroller = useRef<HTMLDivElement>(null)
  const known = groups.filter(({ count }) => count > 0)
  const places = known.flatMap(group => {
    const rows = loaded[keyOfGroup(group)] ?? none
    return rows.map((ticket, at) => ({ ticket, key: keyOfGroup(group), at, rows }))
  })
  const rows = places.map(({ ticket }) => ticket)
  const tell = useCallback(
    (key: string, tickets: readonly TicketRecord[]) => setLoaded(old => ({ ...old, [key]: tickets })),
    [],
  )
  const cursor = rows.findIndex(ticket => (current ? ticket.id === current : ticket.number === open))
  useListKeys({
    rows,
    cursor,
    open,
    onOpen,
    move: at => scroller.current?.querySelector(`[data-row="${rows[at]?.id}"]`)?.scrollIntoView({ block: 'nearest' }),
    setCursor: at => setCurrent(rows[at]?.id),
    selection: apart && {
      ...apart,
      toggle: at => places[at] && apart.toggle(places[at], false),
      extend: (from, to) => apart.extend([places[from], places[to]].flatMap(place => place ?? [])),
    },
  })
  const toggle = useCallback(
    (key: string) =>
      setFolded(old => (old.has(key) ? new Set([...old].filter(other => other !== key)) : new Set([...old, key]))),
    [],
  )
  const table = shape === 'table' ? columns : undefined
  return (
    <div ref={scroller} className={style.scroller}>
      <div style={table && grid} data-choosing={apart?.choosing || undefined}>
        {table && (
          <table className={`${tableStyle.table} ${tableStyle.head}`}>
            <TableHead columns={columns} sizing={sizing} order={order ?? view.order} onOrder={onOrder} />
          </table>
        )}
        {known.map(group => (
          <GroupPart
            key={keyOfGroup(group)}
            group={group}
            name={name}
            order={order}
            open={open}
            current={current}
            onOpen={onOpen}
            apart={apart}
            table={table}
            height={table ? rowHeights[density] : listHeights[density]}
            isFolded={folded.has(keyOfGroup(group))}
            onFold={toggle}
            onRows={tell}
          />
        ))}
      </div>
    </div>
  )
}
