import { Icon } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { dueOf } from '../tickets/clock.ts'
import { NumberCopy } from '../tickets/NumberCopy.tsx'
import { StatusTag } from '../tickets/StatusTag.tsx'
import { useTimes } from '../words/times.ts'
import { allView } from '../workspace/shipped.ts'
import style from './DoneView.module.css'
import type { Done } from './useRegistration.ts'
import { useNamed } from './who.ts'
import { useCallWords } from './words/index.ts'

/** What it became, to be read out to who calls: the number, who has it, how long there is. */
export function DoneView({ done, close, next }: { done: Done; close: () => void; next: () => void }): ReactNode {
  const { t } = useCallWords()
  const times = useTimes()
  const navigate = useNavigate()
  const named = useNamed()
  const { way, ticket } = done
  const due = dueOf(ticket, Date.now())
  const holder = [ticket.department?.name, ticket.assignee?.name].filter(Boolean).join(' / ')
  const open = () => {
    close()
    void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: allView, number: ticket.number } }) // shows its own page
  }
  return (
    <div className={style.done} role="status">
      <p className={style.title}>
        <Icon name="done" size={20} /> {t(`done.${way}`)}
      </p>
      <div className={style.number}>
        <NumberCopy number={ticket.number} />
      </div>
      <p className={style.quiet}>{t('done.readOut')}</p>
      <ul className={style.facts}>
        <li>
          <span className={style.line}>
            <StatusTag status={ticket.status} runState={ticket.runState} /> {ticket.subject}
          </span>
        </li>
        {holder && <li>{t('done.holder', { holder })}</li>}
        {ticket.customer && (
          <li>{t('done.customer', { name: named(ticket.customer.name), number: ticket.customer.number })}</li>
        )}
        {way === 'answered' && <li>{t('done.solved')}</li>}
        {due && !due.paused && due.left > 0 && <li>{t('done.due', { length: times.length(due.left) })}</li>}
      </ul>
      <div className={style.foot}>
        <Button onClick={next}>{t('done.next')}</Button>
        <Button type="primary" autoFocus onClick={open}>
          {t('done.open')}
        </Button>
      </div>
    </div>
  )
}
