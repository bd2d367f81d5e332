import type { TicketRecord } from '@baton/contract'
import { Bar, Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { useTimes } from '../words/times.ts'
import style from './Clock.module.css'
import { dueOf } from './clock.ts'
import { useNow } from './now.ts'

type Timed = Pick<TicketRecord, 'dueAt' | 'breachedAt' | 'clocks' | 'runState'>

/** What is promised and how much of it is left: a bar that shrinks, the time in words; near and past the end, the card. */
export function Clock({ ticket, small = false }: { ticket: Timed; small?: boolean }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const due = dueOf(ticket, useNow())
  if (!due) return null
  const length = times.length(Math.abs(due.left))
  const over = small ? `+${length}` : t('clock.over', { length })
  const left = small ? length : t('clock.left', { length })
  const card = due.paused ? undefined : (due.card ?? undefined)
  return (
    <span
      className={style.clock}
      data-card={card}
      data-hint={ticket.dueAt ? t('clock.dueAt', { at: times.full(ticket.dueAt) }) : undefined}
    >
      {due.paused && <Icon name="pause" size={12} />}
      {card && <span className={style.card} role="img" aria-label={t(`clock.${card}`)} />}
      {!due.paused && due.left > 0 && (
        <Bar share={due.share} colour={card ? `var(--${card})` : 'var(--grey)'} width={small ? 28 : 48} />
      )}
      <span className={style.words}>{due.paused ? t('clock.paused') : due.left > 0 ? left : over}</span>
    </span>
  )
}
