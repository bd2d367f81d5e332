import type { TicketRecord } from '@baton/contract'
import { Bar, Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { useTimes } from '../words/times.ts'
import { CardMark } from './CardMark.tsx'
import style from './Clock.module.css'
import { dueOf } from './clock.ts'
import { useNow } from './now.ts'

type Timed = Pick<TicketRecord, 'clocks' | 'runState'>

/** The nearest promise and how much of it is left: a bar that shrinks, the time in words; near and past the end, the card. */
export function Clock({ ticket, small = false }: { ticket: Timed; small?: boolean }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const due = dueOf(ticket, useNow())
  if (!due) return null
  const length = times.length(Math.abs(due.left))
  const over = small ? `+${length}` : t('clock.over', { length })
  const left = small ? length : t('clock.left', { length })
  const card = due.paused ? null : due.card
  const target = t(`target.${due.target}`)
  return (
    <span
      className={style.clock}
      data-card={card ?? undefined}
      data-hint={small && due.at ? t('clock.dueAt', { target, at: times.when(due.at) }) : undefined}
    >
      {due.paused && <Icon name="pause" size={12} />}
      {card && <CardMark card={card} />}
      {!due.paused && due.left > 0 && (
        <Bar share={due.share} colour={card ? `var(--${card})` : 'var(--grey)'} width={small ? 28 : 48} />
      )}
      {!small && <span>{target}</span>}
      <span className={style.words}>{due.paused ? t('clock.paused') : due.left > 0 ? left : over}</span>
      {!small && due.at && <span className={style.until}>{t('clock.until', { at: times.when(due.at) })}</span>}
    </span>
  )
}
