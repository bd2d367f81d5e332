import type { TicketRecord } from '@baton/contract'
import { Bar, Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimes } from '../words/times.ts'
import style from './Clock.module.css'
import { dueOf } from './clock.ts'
import { useNow } from './now.ts'

type Timed = Pick<TicketRecord, 'dueAt' | 'breachedAt' | 'clocks' | 'runState'>

/** What is promised and how much of it is left: a bar that shrinks, the time in words, the card. */
export function Clock({ ticket, small = false }: { ticket: Timed; small?: boolean }): ReactNode {
  const { t } = useTranslation()
  const times = useTimes()
  const due = dueOf(ticket, useNow())
  if (!due) return null
  const colour = due.paused
    ? 'var(--grey)'
    : due.card === 'red'
      ? 'var(--red)'
      : due.card === 'yellow'
        ? 'var(--yellow)'
        : 'var(--grey)'
  const length = times.length(Math.abs(due.left))
  const words = due.paused
    ? t('clock.paused')
    : due.left > 0
      ? small
        ? length
        : t('clock.left', { length })
      : t('clock.over', { length })
  return (
    <span className={style.clock} data-card={due.paused ? undefined : (due.card ?? undefined)} data-hint={dueHint()}>
      {due.paused ? (
        <Icon name="pause" size={12} />
      ) : (
        <Bar share={due.left > 0 ? due.share : 1} colour={colour} width={small ? 28 : 48} />
      )}
      <span className={style.words}>{words}</span>
    </span>
  )

  function dueHint(): string | undefined {
    return ticket.dueAt ? t('clock.dueAt', { at: times.full(ticket.dueAt) }) : undefined
  }
}
