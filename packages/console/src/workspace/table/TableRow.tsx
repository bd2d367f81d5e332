import type { TicketRecord } from '@baton/contract'
import { type CSSProperties, type MouseEvent, memo, type ReactNode } from 'react'
import { ChooseBox } from '../../tickets/ChooseBox.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { addressIn, opensElsewhere } from '../TicketsLink.tsx'
import { Cell } from './Cell.tsx'
import type { Column } from './columns.ts'
import style from './Table.module.css'

interface Props {
  ticket: TicketRecord
  columns: readonly Column[]
  at: number
  /** Where it stands among all, from 1, the head counted. */
  position: number
  /** Pixels from the top, of rows that are drawn where they are in sight. */
  top?: number
  height: number
  view: string
  open: boolean
  current: boolean
  chosen: boolean
  /** Undefined where nothing is to be chosen. */
  onChoose: ((at: number, reach: boolean) => void) | undefined
  onOpen: (number: string) => void
  onNear: (ticket: TicketRecord) => void
  onPress: (ticket: TicketRecord) => void
  onFar: () => void
}

/** One ticket in a table: the whole row leads to it. */
export const TableRow = memo(function TableRow(props: Props): ReactNode {
  const {
    ticket,
    at,
    columns,
    position,
    top,
    height,
    view,
    open,
    current,
    chosen,
    onChoose,
    onOpen,
    onNear,
    onPress,
    onFar,
  } = props
  const { t } = useWords()
  const link = columns.find(({ id }) => id === 'subject') ?? columns[0]
  const press = (event: MouseEvent) => {
    if (event.shiftKey && onChoose) {
      event.preventDefault()
      return onChoose(at, true)
    }
    if (opensElsewhere(event)) return
    event.preventDefault()
    onOpen(ticket.number)
  }
  const place: CSSProperties = {
    height,
    ...(top !== undefined && { position: 'absolute', transform: `translateY(${top}px)` }),
  }
  return (
    <tr
      aria-rowindex={position}
      className={style.row}
      style={place}
      data-urgency={ticket.urgency}
      data-unread={ticket.unread || undefined}
      data-current={current || undefined}
      data-open={open || undefined}
      data-chosen={chosen || undefined}
      onClick={press}
      onPointerDown={() => onPress(ticket)}
      onMouseEnter={() => onNear(ticket)}
      onMouseLeave={onFar}
    >
      {onChoose && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the press from opening the row
        <td className={style.choose} onClick={event => event.stopPropagation()}>
          <ChooseBox ticket={ticket} chosen={chosen} at={at} onChoose={onChoose} />
        </td>
      )}
      {columns.map(column => (
        <td
          key={column.id}
          className={[style.cell, column.end && style.end, column === link && style.subject].filter(Boolean).join(' ')}
        >
          {column === link ? (
            <a
              href={addressIn(view, ticket.number)}
              className={style.link}
              data-row={ticket.id}
              {...(open && { 'aria-current': 'true' as const })}
              onFocus={() => onNear(ticket)}
            >
              {ticket.unread && <span className={style.unread} role="img" aria-label={t('list.unread')} />}
              <span className={style.text}>
                {column.id === 'subject' ? ticket.subject : <Cell ticket={ticket} id={column.id} />}
              </span>
            </a>
          ) : (
            <Cell ticket={ticket} id={column.id} />
          )}
        </td>
      ))}
    </tr>
  )
})
