import type { TicketRecord } from '@baton/contract'
import { Icon, Skeleton } from '@baton/ui'
import { Button } from 'antd'
import { memo, type ReactNode, useEffect, useMemo } from 'react'
import { useDraftedTickets } from '../../tickets/composer/draft.ts'
import { type Listed, partOf, useTicketList } from '../list.ts'
import { Row } from '../Row.tsx'
import { Failed, useHoverPrefetch } from '../Rows.tsx'
import type { Column } from '../table/columns.ts'
import tableStyle from '../table/Table.module.css'
import { TableRow } from '../table/TableRow.tsx'
import { countText } from '../views.ts'
import { useViewWords } from '../words/index.ts'
import style from './GroupedRows.module.css'
import { type Group, keyOfGroup } from './group.ts'
import { type Apart, useChooseIn } from './useApart.ts'
import { useGroupName } from './useGroups.ts'
import { useSeen } from './useSeen.ts'

interface RowsProps {
  group: Group
  /** The view's word in the address. */
  name: string
  order: Listed['order']
  open: string | undefined
  /** The id of the row that the keys are on. */
  current: string | undefined
  onOpen: (number: string) => void
  /** Undefined for whoever may not work on many at once. */
  apart: Apart | undefined
  /** The columns, where it is shown as a table. */
  table: readonly Column[] | undefined
  height: number
  /** What is there now, for the keys that walk through all groups. */
  onRows: (key: string, rows: readonly TicketRecord[]) => void
}

interface Props extends RowsProps {
  isFolded: boolean
  onFold: (key: string) => void
}

/** A group under its name, which folds it. */
export const GroupPart = memo(function GroupPart({ isFolded, onFold, ...rows }: Props): ReactNode {
  const { group, height, table } = rows
  const { t } = useViewWords()
  const [place, seen] = useSeen<HTMLElement>()
  const name = useGroupName()(group)
  return (
    <section ref={place} aria-label={name}>
      <h2 className={style.head} data-under={table ? '' : undefined}>
        <button
          type="button"
          className={style.fold}
          aria-expanded={!isFolded}
          data-hint={t(isFolded ? 'group.unfold' : 'group.fold', { name })}
          onClick={() => onFold(keyOfGroup(group))}
        >
          <Icon name={isFolded ? 'right' : 'down'} size={14} />
          <span className={style.name}>{name}</span>
          <span className={style.count}>{countText(group.count)}</span>
        </button>
      </h2>
      {!isFolded && (seen ? <GroupRows {...rows} /> : <div style={{ height: Math.min(group.count, 20) * height }} />)}
    </section>
  )
})

function GroupRows({ group, name, order, open, current, onOpen, apart, table, height, onRows }: RowsProps): ReactNode {
  const { t } = useViewWords()
  const key = keyOfGroup(group)
  const list = useTicketList(useMemo(() => partOf(name, order, group.where), [name, order, group.where]))
  const { rows, isPending, isError, error, hasNextPage, isFetchingNextPage } = list
  const { isChosen, onChoose } = useChooseIn(apart, key, rows)
  const hover = useHoverPrefetch()
  const drafted = useDraftedTickets()
  useEffect(() => onRows(key, rows), [onRows, key, rows])
  useEffect(() => () => onRows(key, []), [onRows, key])
  if (isPending)
    return (
      <div className={style.waiting} style={{ height: Math.min(group.count, 20) * height }}>
        <Skeleton lines={['70%', '90%']} />
      </div>
    )
  if (isError && rows.length === 0) return <Failed error={error} again={() => void list.refetch()} />
  const shared = (ticket: TicketRecord, index: number) => ({
    ticket,
    height,
    position: index + 1,
    top: index * height,
    view: name,
    open: ticket.number === open,
    current: ticket.id === current,
    onOpen,
    onNear: hover.enter,
    onPress: hover.press,
    onFar: hover.leave,
    chosen: isChosen(ticket.id),
    onChoose,
  })
  return (
    <>
      {table ? (
        <table aria-label={group.name} className={tableStyle.table}>
          <tbody className={tableStyle.all} style={{ height: rows.length * height }}>
            {rows.map((ticket, index) => (
              <TableRow key={ticket.id} columns={table} {...shared(ticket, index)} at={index} />
            ))}
          </tbody>
        </table>
      ) : (
        <ul className={style.rows} style={{ height: rows.length * height }}>
          {rows.map((ticket, index) => (
            <Row
              key={ticket.id}
              {...shared(ticket, index)}
              of={hasNextPage ? -1 : rows.length}
              drafted={drafted.has(ticket.id)}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={style.more}>
          <Button type="text" size="small" loading={isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('group.more')}
          </Button>
        </div>
      )}
    </>
  )
}
