import type { TicketRecord } from '@baton/contract'
import { Avatar, Chip, IconButton } from '@baton/ui'
import { Dropdown } from 'antd'
import { type MouseEvent, memo, type ReactNode, useState } from 'react'
import { ChooseBox } from '../../tickets/ChooseBox.tsx'
import { Clock } from '../../tickets/Clock.tsx'
import row from '../../tickets/Row.module.css'
import { StatusTag } from '../../tickets/StatusTag.tsx'
import { UrgencyTag } from '../../tickets/Urgency.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { type Group, keyOfGroup } from '../groups/group.ts'
import { useGroupName } from '../groups/useGroups.ts'
import { addressIn, opensElsewhere } from '../TicketsLink.tsx'
import { Cell } from '../table/Cell.tsx'
import { useViewFieldNames } from '../useViewFieldNames.ts'
import { useViewWords } from '../words/index.ts'
import style from './Card.module.css'
import type { Dragged, Move } from './useMoves.tsx'

interface Props {
  ticket: TicketRecord
  group: Group
  groups: readonly Group[]
  /** The fields that it shows beneath its subject. */
  facts: readonly string[]
  view: string
  open: boolean
  onOpen: (number: string) => void
  /** Its place in the column. */
  at: number
  chosen: boolean
  /** With `reach` all that lies between it and the last one. Undefined where nothing is to be chosen. */
  onChoose: ((at: number, reach: boolean) => void) | undefined
  onMove: Move
  onDrag: (dragged: Dragged | undefined) => void
  onNear: (ticket: TicketRecord) => void
  onPress: (ticket: TicketRecord) => void
  onFar: () => void
}

/** One ticket on a board: how urgent, what, who asks, what the view wants told, who has it, how long there is. */
export const Card = memo(function Card(props: Props): ReactNode {
  const { ticket, group, facts, view, open, onOpen, at, chosen, onChoose, onDrag, onNear, onPress, onFar } = props
  const { t } = useWords()
  const press = (event: MouseEvent) => {
    if (event.shiftKey && onChoose) {
      event.preventDefault()
      return onChoose(at, true)
    }
    if (opensElsewhere(event)) return
    event.preventDefault()
    onOpen(ticket.number)
  }
  return (
    <li className={`${row.place} ${style.place}`}>
      <a
        href={addressIn(view, ticket.number)}
        className={style.card}
        data-row={ticket.id}
        data-urgency={ticket.urgency}
        data-unread={ticket.unread || undefined}
        data-chosen={chosen || undefined}
        data-choose={onChoose && ''}
        {...(open && { 'aria-current': 'true' as const })}
        draggable
        onDragStart={event => {
          event.dataTransfer.effectAllowed = 'move'
          onDrag({ ticket, from: group })
        }}
        onDragEnd={() => onDrag(undefined)}
        onClick={press}
        onPointerDown={() => onPress(ticket)}
        onMouseEnter={() => onNear(ticket)}
        onMouseLeave={onFar}
        onFocus={() => onNear(ticket)}
      >
        <span className={style.subject}>
          {ticket.unread && <span className={style.unread} role="img" aria-label={t('list.unread')} />}
          <span className="unseen">
            <UrgencyTag urgency={ticket.urgency} />
          </span>
          {ticket.subject}
        </span>
        <span className={style.words}>{[ticket.number, ticket.customer?.name].filter(Boolean).join(' · ')}</span>
        {facts.length > 0 && <Facts ticket={ticket} facts={facts} />}
        {ticket.tags?.length > 0 && (
          <span className={style.tags}>
            {ticket.tags.map(tag => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </span>
        )}
        <span className={style.foot}>
          <StatusTag status={ticket.status} runState={ticket.runState} small />
          <Clock ticket={ticket} small />
          <span className={style.gap} />
          {ticket.assignee && <Avatar name={ticket.assignee.name} size={20} />}
        </span>
      </a>
      {onChoose && <ChooseBox ticket={ticket} chosen={chosen} at={at} onChoose={onChoose} />}
      <MoveMenu {...props} />
    </li>
  )
})

/** Each with its name; what a ticket has nothing in is not there. */
function Facts({ ticket, facts }: Pick<Props, 'ticket' | 'facts'>): ReactNode {
  const nameOf = useViewFieldNames()
  return (
    <span className={style.facts}>
      {facts.map(id => (
        <span key={id} className={style.fact}>
          <span className={style.label}>{nameOf(id)}</span>
          <span className={style.value}>
            <Cell ticket={ticket} id={id} />
          </span>
        </span>
      ))}
    </span>
  )
}

/** Does by keys and fingers what dragging does. */
function MoveMenu({ ticket, group, groups, onMove }: Props): ReactNode {
  const { t } = useViewWords()
  const nameOf = useGroupName()
  const [wanted, want] = useState(false)
  const others = groups.filter(other => keyOfGroup(other) !== keyOfGroup(group))
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      onOpenChange={() => want(true)}
      menu={{
        style: { maxHeight: 320, overflowY: 'auto' },
        items: wanted
          ? [
              {
                key: 'to',
                type: 'group' as const,
                label: t('board.moveTo'),
                children: others.map(other => ({ key: keyOfGroup(other), label: nameOf(other) })),
              },
            ]
          : [],
        onClick: ({ key }) => {
          const to = others.find(other => keyOfGroup(other) === key)
          if (to) onMove(ticket, group, to)
        },
      }}
    >
      <IconButton icon="more" size={14} label={t('board.moveOf', { number: ticket.number })} className={style.menu} />
    </Dropdown>
  )
}
