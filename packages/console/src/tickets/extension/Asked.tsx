import type { SlaTarget, TicketRecord } from '@baton/contract'
import { Icon } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import type { TicketClock } from '../clock.ts'
import type { Verbs } from '../useVerbs.tsx'
import style from './Asked.module.css'

interface Props {
  ticket: TicketRecord
  clock: Pick<TicketClock, 'target' | 'asked'>
  verbs: Verbs
}

/** More time that somebody asks for: who, how much, why; and for whoever may decide, the answers. */
export function Asked({ ticket, clock: { target, asked }, verbs }: Props): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  if (!asked) return null
  const about = target as SlaTarget
  return (
    <div className={style.asked} role="status">
      <Icon name="later" size={14} className={style.icon} />
      <span className={style.words}>
        {t('clock.asked', {
          name: asked.by?.name ?? t('actor.system'),
          target: t(`target.${about}`),
          length: times.worked(asked.seconds),
        })}
        <span className={style.reason} title={asked.reason}>
          {asked.reason}
        </span>
      </span>
      <span className={style.answers}>
        {ticket.allowed.includes('ticket.grantExtension') && (
          <Button size="small" type="primary" onClick={() => verbs.begin('ticket.grantExtension', about)}>
            {t('clock.grant')}
          </Button>
        )}
        {ticket.allowed.includes('ticket.declineExtension') ? (
          <Button size="small" onClick={() => verbs.begin('ticket.declineExtension', about)}>
            {t('clock.decline')}
          </Button>
        ) : (
          <span className={style.waits}>{t('clock.undecided')}</span>
        )}
      </span>
    </div>
  )
}
