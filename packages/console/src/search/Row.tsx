import { type MouseEvent, memo, type ReactNode } from 'react'
import { useFields } from '../fields/useFields.ts'
import { wordOf } from '../fields/word.ts'
import { ChooseBox } from '../tickets/ChooseBox.tsx'
import { useNow } from '../tickets/now.ts'
import row from '../tickets/Row.module.css'
import { StatusTag } from '../tickets/StatusTag.tsx'
import { UrgencyTag } from '../tickets/Urgency.tsx'
import { useTimes } from '../words/times.ts'
import { opensElsewhere } from '../workspace/TicketsLink.tsx'
import { elsewhere, inSubject, type TicketHit } from './found.ts'
import { Marked } from './Marked.tsx'
import style from './Row.module.css'
import { useWords } from './words/index.ts'

interface Props {
  ticket: TicketHit
  open: boolean
  current: boolean
  onOpen: (number: string) => void
  at: number
  chosen: boolean
  /** Undefined where nothing is to be chosen. */
  onChoose: ((at: number, reach: boolean) => void) | undefined
}

/** One ticket, and where in it the words stand. */
export const Row = memo(function Row({ ticket, open, current, onOpen, at: place, chosen, onChoose }: Props): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const nameOf = useFieldNames()
  const now = useNow()
  const press = (event: MouseEvent) => {
    if (event.shiftKey && onChoose) {
      event.preventDefault()
      return onChoose(place, true)
    }
    if (opensElsewhere(event)) return
    event.preventDefault()
    onOpen(ticket.number)
  }
  const subject = inSubject(ticket)
  return (
    <li className={row.place}>
      <a
        href={`/t/${ticket.number}`}
        className={`${row.row} ${style.row}`}
        data-row={ticket.id}
        data-urgency={ticket.urgency}
        data-current={current || undefined}
        data-chosen={chosen || undefined}
        {...(open && { 'aria-current': 'true' as const })}
        onClick={press}
      >
        <span className={style.line}>
          <span className="unseen">
            <UrgencyTag urgency={ticket.urgency} />
          </span>
          <StatusTag status={ticket.status} runState={ticket.runState} small />
          <span className={style.subject}>
            {subject ? <Marked text={subject.text} ranges={subject.ranges} /> : ticket.subject}
          </span>
          <span className={style.time}>{times.ago(ticket.lastMessageAt ?? ticket.createdAt, now)}</span>
        </span>
        <span className={style.under}>
          {[ticket.number, ticket.customer?.name, ticket.assignee?.name ?? ticket.department?.name]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {elsewhere(ticket).map((hit, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hits have no identity
          <span key={at} className={style.hit}>
            <span className={style.place}>{nameOf(hit.field) ?? t(`place.${hit.place}`)}</span>
            <span className={style.words}>
              <Marked text={hit.text} ranges={hit.ranges} />
            </span>
          </span>
        ))}
      </a>
      {onChoose && <ChooseBox ticket={ticket} chosen={chosen} at={place} onChoose={onChoose} />}
    </li>
  )
})

/** What the desk calls the field in which something was found; undefined for what is none of its own. */
function useFieldNames(): (key: string | null) => string | undefined {
  const { i18n } = useWords()
  const fields = useFields('ticket')
  return key => {
    const field = key === null ? undefined : fields.find(one => one.key === key)
    return field && wordOf(field, i18n.language)
  }
}
