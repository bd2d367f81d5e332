import type { TicketRecord } from '@baton/contract'
import { Chip } from '@baton/ui'
import type { ReactNode } from 'react'
import { HolderChip } from '../../people/HolderChip.tsx'
import { Clock } from '../../tickets/Clock.tsx'
import { StatusTag } from '../../tickets/StatusTag.tsx'
import { UrgencyTag } from '../../tickets/Urgency.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { useRequestTypes } from '../choices.ts'
import { useOwnFields } from '../useOwnFields.ts'
import { type BuiltInField, isBuiltIn, ownFieldOf } from '../viewFields.ts'
import { OwnCell } from './OwnCell.tsx'
import style from './Table.module.css'

/** What a ticket has in a field, as a table shows it. */
export function Cell({ ticket, id }: { ticket: TicketRecord; id: string }): ReactNode {
  if (isBuiltIn(id)) return <BuiltIn ticket={ticket} id={id} />
  return <Own ticket={ticket} id={id} />
}

function Own({ ticket, id }: { ticket: TicketRecord; id: string }): ReactNode {
  const field = ownFieldOf(useOwnFields(), id)
  return field ? <OwnCell field={field} value={ticket.fields?.[field.key]} /> : null
}

function BuiltIn({ ticket, id }: { ticket: TicketRecord; id: BuiltInField }): ReactNode {
  const { t } = useWords()
  switch (id) {
    case 'number':
    case 'subject':
      return ticket[id]
    case 'status':
      return <StatusTag status={ticket.status} runState={ticket.runState} />
    case 'urgency':
      return <UrgencyTag urgency={ticket.urgency} />
    case 'assigneeId':
      return <HolderChip ticket={ticket} />
    case 'departmentId':
      return ticket.department?.name
    case 'customerId':
      return ticket.customer?.name
    case 'customer.level':
      return ticket.customer?.level
    case 'dueAt':
      return <Clock ticket={ticket} small />
    case 'tags':
      return <Tags tags={ticket.tags} />
    case 'categoryId':
      return ticket.category
    case 'requestType':
      return <RequestType type={ticket.requestType} />
    case 'channel':
      return t(`channel.${ticket.channel}`)
    case 'runState':
      return t(`runState.${ticket.runState}`)
    case 'satisfaction':
    case 'urgeCount':
    case 'reopenCount':
    case 'messageCount':
      return ticket[id]
    case 'createdAt':
    case 'updatedAt':
    case 'submittedAt':
    case 'firstResponseAt':
    case 'lastMessageAt':
    case 'waitingSince':
    case 'solvedAt':
    case 'closedAt':
    case 'warnedAt':
    case 'breachedAt':
      return <Moment at={ticket[id]} />
    case 'open':
    case 'creatorId':
      return null
  }
}

function Tags({ tags }: { tags: readonly string[] | undefined }): ReactNode {
  return (
    <span className={style.tags}>
      {tags?.map(tag => (
        <Chip key={tag}>{tag}</Chip>
      ))}
    </span>
  )
}

function RequestType({ type }: { type: string | null }): ReactNode {
  const { nameOf } = useRequestTypes()
  return nameOf(type) ?? type
}

function Moment({ at }: { at: string | null | undefined }): ReactNode {
  const times = useTimes()
  return at && <span data-hint={times.full(at)}>{times.moment(at)}</span>
}
