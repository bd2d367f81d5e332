import { Skeleton } from '@baton/ui'
import { Button } from 'antd'
import { type DragEvent, memo, type ReactNode, useMemo, useState } from 'react'
import { type Group, keyOfGroup } from '../groups/group.ts'
import { type Apart, useChooseIn } from '../groups/useApart.ts'
import { useGroupName } from '../groups/useGroups.ts'
import { useSeen } from '../groups/useSeen.ts'
import { type Listed, partOf, useTicketList } from '../list.ts'
import { Failed, useHoverPrefetch } from '../Rows.tsx'
import { countText } from '../views.ts'
import { useViewWords } from '../words/index.ts'
import style from './Board.module.css'
import { Card } from './Card.tsx'
import type { Dragged, Move } from './useMoves.tsx'

interface Props {
  group: Group
  groups: readonly Group[]
  /** The fields that cards show beneath their subjects. */
  facts: readonly string[]
  /** The view's word in the address. */
  name: string
  order: Listed['order']
  open: string | undefined
  onOpen: (number: string) => void
  /** Undefined for whoever may not work on many at once. */
  apart: Apart | undefined
  onMove: Move
  dragged: Dragged | undefined
  onDrag: (dragged: Dragged | undefined) => void
  onDrop: (to: Group) => void
}

/** A group side by side with the others: its name, how many, its first cards and more. With nothing in it, it is thin. */
export const Column = memo(function Column(props: Props): ReactNode {
  const { group, dragged, onDrop } = props
  const { t } = useViewWords()
  const [place, seen] = useSeen<HTMLElement>()
  const [over, setOver] = useState(false)
  const name = useGroupName()(group)
  const isTarget = dragged !== undefined && keyOfGroup(dragged.from) !== keyOfGroup(group)
  const isThin = group.count === 0
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!isTarget) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onDrop(group)
    },
  }
  return (
    <section
      ref={place}
      className={style.column}
      data-column={keyOfGroup(group)}
      data-thin={isThin || undefined}
      data-over={(over && isTarget) || undefined}
      aria-label={t('board.column', { name, count: countText(group.count) || '0' })}
      {...drop}
    >
      <h2 className={style.head}>
        <span className={style.name}>{name}</span>
        <span className={style.count}>{countText(group.count) || '0'}</span>
      </h2>
      {!isThin && seen && <Cards {...props} />}
    </section>
  )
})

function Cards({ group, groups, facts, name, order, open, onOpen, apart, onMove, onDrag }: Props): ReactNode {
  const { t } = useViewWords()
  const list = useTicketList(useMemo(() => partOf(name, order, group.where), [name, order, group.where]))
  const { rows, isPending, isError, error, hasNextPage, isFetchingNextPage } = list
  const { isChosen, onChoose } = useChooseIn(apart, keyOfGroup(group), rows)
  const hover = useHoverPrefetch()
  if (isPending) return <Waiting />
  if (isError && rows.length === 0) return <Failed error={error} again={() => void list.refetch()} />
  return (
    <div className={style.cards}>
      <ul className={style.list}>
        {rows.map((ticket, at) => (
          <Card
            key={ticket.id}
            ticket={ticket}
            group={group}
            groups={groups}
            facts={facts}
            view={name}
            open={ticket.number === open}
            onOpen={onOpen}
            at={at}
            chosen={isChosen(ticket.id)}
            onChoose={onChoose}
            onMove={onMove}
            onDrag={onDrag}
            onNear={hover.enter}
            onPress={hover.press}
            onFar={hover.leave}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button type="text" size="small" loading={isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('group.more')}
        </Button>
      )}
    </div>
  )
}

function Waiting(): ReactNode {
  return (
    <div className={style.waiting} aria-busy>
      <Skeleton lines={['80%', '60%', '70%']} />
    </div>
  )
}
