import { isOpen, type TicketRecord } from '@baton/contract'
import { Chip, Empty, Skeleton } from '@baton/ui'
import type { ReactNode } from 'react'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { StatusTag } from '../tickets/StatusTag.tsx'
import { useTimes } from '../words/times.ts'
import style from './CallerCard.module.css'
import type { Values } from './draft.ts'
import { useCallWords } from './words/index.ts'

interface Props {
  customerId: string | undefined
  /** A number stands there, though nobody's. */
  told: boolean
  appendTo: Values['appendTo']
  onAppend: (ticket: Values['appendTo']) => void
}

const recent = 4

/** What is known of who calls, so that nobody has to tell it twice: what is open, and what was before. */
export function CallerCard({ customerId, told, appendTo, onAppend }: Props): ReactNode {
  const { t } = useCallWords()
  const me = useMe()
  const { data: customer } = useAsk('customer.get', { id: customerId ?? '' }, { enabled: customerId !== undefined })
  const { data: matters } = useAsk(
    'ticket.list',
    {
      where: { field: 'customerId', op: 'is', value: customerId ?? '' },
      order: [{ field: 'createdAt', direction: 'desc' }],
      limit: 20,
    },
    { enabled: customerId !== undefined && me.may('ticket.list') },
  )
  const times = useTimes()
  if (!customerId) return <Empty icon="person" title={t(told ? 'caller.newcomer' : 'caller.none')} />
  if (!customer || !matters) return <Skeleton lines={['60%', '80%', '70%', '50%']} gap={16} />
  const open = matters.items.filter(({ status }) => isOpen(status))
  const over = matters.items.filter(({ status }) => !isOpen(status)).slice(0, recent)
  return (
    <>
      <p className={style.facts}>
        {customer.level && <Chip tone="accent">{customer.level}</Chip>}
        {customer.company && <span>{customer.company}</span>}
        <span>{t('caller.since', { at: times.moment(customer.createdAt) })}</span>
      </p>
      {customer.note && <p className={style.note}>{customer.note}</p>}
      <section className={style.section}>
        <h3 className={style.title}>{t('caller.open')}</h3>
        {open.length === 0 && <p className={style.none}>{t('caller.noOpen')}</p>}
        <ul>
          {open.map(ticket => (
            <Matter key={ticket.id} ticket={ticket} chosen={appendTo?.id === ticket.id} onAppend={onAppend} />
          ))}
        </ul>
      </section>
      <section className={style.section}>
        <h3 className={style.title}>{t('caller.recent')}</h3>
        {over.length === 0 && <p className={style.none}>{t('caller.noRecent')}</p>}
        <ul>
          {over.map(ticket => (
            <Matter key={ticket.id} ticket={ticket} chosen={false} />
          ))}
        </ul>
      </section>
    </>
  )
}

interface MatterProps {
  ticket: TicketRecord
  chosen: boolean
  onAppend?: (ticket: Values['appendTo']) => void
}

function Matter({ ticket, chosen, onAppend }: MatterProps): ReactNode {
  const { t } = useCallWords()
  const times = useTimes()
  const { id, number, subject, status, runState, lastWords, createdAt, allowed } = ticket
  return (
    <li className={style.matter} data-chosen={chosen || undefined}>
      <div className={style.line}>
        <StatusTag status={status} runState={runState} small />
        <span className={style.subject}>{subject}</span>
      </div>
      <div className={style.under}>
        {number} · {times.moment(createdAt)}
      </div>
      {lastWords && <div className={style.last}>{lastWords}</div>}
      {onAppend && allowed.includes('ticket.recordCall') && (
        <button
          type="button"
          className={style.append}
          aria-pressed={chosen}
          aria-label={`${t(chosen ? 'caller.appending' : 'caller.appendTo')} ${number}`}
          onClick={() => onAppend(chosen ? null : { id, number })}
        >
          {t(chosen ? 'caller.appending' : 'caller.appendTo')}
        </button>
      )}
    </li>
  )
}
