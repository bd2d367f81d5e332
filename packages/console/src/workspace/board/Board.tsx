import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useKeys } from '../../frame/keys.tsx'
import { useMe } from '../../session/me.ts'
import type { Shown } from '../groups/GroupedRows.tsx'
import { type Group, keyOfGroup } from '../groups/group.ts'
import { useOwnFields } from '../useOwnFields.ts'
import style from './Board.module.css'
import { Column } from './Column.tsx'
import { factsOf } from './facts.ts'
import { type Dragged, useMoves } from './useMoves.tsx'
import { boxOf, focusFirst, walk } from './walk.ts'

interface Props extends Shown {
  by: string
  groups: readonly Group[]
}

/** A column for each group. A card goes to another one by the hand, by its menu, or by keys. */
export function Board({ view, name, by, order, open, onOpen, apart, groups }: Props): ReactNode {
  const own = useOwnFields()
  const { isHidden } = useMe()
  const facts = useMemo(() => factsOf(view.columns, by, own, isHidden), [view.columns, by, own, isHidden])
  const { move, sheet } = useMoves(name, by)
  const [dragged, drag] = useState<Dragged>()
  useKeys({
    arrowdown: focusFirst,
    arrowright: focusFirst,
    j: focusFirst,
    ...(open && { escape: () => onOpen(undefined) }),
    // With a ticket open, x is the ticket's.
    ...(!open && apart && { x: () => boxOf(document.activeElement)?.click() }),
    ...(apart?.choosing && { escape: apart.clear }),
  })
  const board = useRef<HTMLDivElement>(null)
  // With a ticket beside it the board is narrow: the card of that ticket stays in sight.
  useEffect(() => {
    if (open) board.current?.querySelector('a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [open])
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const from = boxOf(event.target as Element)
    if (!walk(event)) return
    event.preventDefault()
    if (event.shiftKey) for (const box of [from, boxOf(document.activeElement)]) if (!box?.checked) box?.click()
  }
  const drop = (to: Group) => {
    if (dragged) move(dragged.ticket, dragged.from, to)
    drag(undefined)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for arrows from the cards inside
    <div ref={board} className={style.board} data-board data-choosing={apart?.choosing || undefined} onKeyDown={press}>
      {groups.map(group => (
        <Column
          key={keyOfGroup(group)}
          group={group}
          groups={groups}
          facts={facts}
          name={name}
          order={order}
          open={open}
          onOpen={onOpen}
          apart={apart}
          onMove={move}
          dragged={dragged}
          onDrag={drag}
          onDrop={drop}
        />
      ))}
      {sheet}
    </div>
  )
}
