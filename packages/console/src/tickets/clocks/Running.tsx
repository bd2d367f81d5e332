import type { TicketRecord } from '@baton/contract'
import { Bar, Icon } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Fold } from '../../forms/Fold.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { CardMark } from '../CardMark.tsx'
import { standingOf } from '../clock.ts'
import { Asked } from '../extension/Asked.tsx'
import { canBeExtended } from '../extension/extendable.ts'
import { useNow } from '../now.ts'
import type { Verbs } from '../useVerbs.tsx'
import { By } from './By.tsx'
import style from './ClocksSheet.module.css'
import { Explanation } from './Explanation.tsx'
import type { ExplainedClock } from './picture.ts'
import { useClockWords } from './words/index.ts'

interface Props {
  clock: ExplainedClock
  ticket: TicketRecord
  verbs: Verbs
  /** Whether it is explained at once. */
  open: boolean
}

/** A promise that is not over: how much is left, until when, by what it is reckoned, and why it stands still. */
export function Running({ clock, ticket, verbs, open }: Props): ReactNode {
  const { t } = useClockWords()
  const { t: shared } = useWords()
  const times = useTimes()
  const now = useNow()
  const { card, paused, left, at } = standingOf(clock, now)
  const length = times.length(Math.abs(left))
  const target = shared(`target.${clock.target}`)
  const rest = 1 - clock.usedSeconds / clock.targetSeconds
  const mayAsk = ticket.allowed.includes('ticket.requestExtension') && canBeExtended(clock, now)
  return (
    <section className={style.clock} data-card={card ?? undefined} aria-label={target}>
      <div className={style.head}>
        <h3 className={style.target}>{target}</h3>
        {paused && <Icon name="pause" size={12} />}
        {card && <CardMark card={card} />}
        <span className={style.left}>
          {paused ? t('stands') : shared(left > 0 ? 'clock.left' : 'clock.over', { length })}
        </span>
      </div>
      <Bar share={rest} colour={card ? `var(--${card})` : 'var(--grey)'} width="100%" />
      <p className={style.facts}>
        <span>{at ? t('due', { at: times.when(at) }) : t('dueLater', { length: times.worked(left) })}</span>
        <span>{t('used', { used: times.worked(clock.usedSeconds), whole: times.worked(clock.targetSeconds) })}</span>
        {clock.extendedSeconds > 0 && <span>{t('extended', { length: times.worked(clock.extendedSeconds) })}</span>}
      </p>
      {paused && <Standing clock={clock} />}
      <div className={style.line}>
        <By clock={clock} />
        {mayAsk && !clock.asked && (
          <Button
            size="small"
            icon={<Icon name="later" size={14} />}
            onClick={() => verbs.begin('ticket.requestExtension', clock.target)}
          >
            {shared('verb.ticket.requestExtension')}
          </Button>
        )}
      </div>
      <Asked ticket={ticket} clock={clock} verbs={verbs} />
      <Fold title={t('why')} open={open}>
        <Explanation clock={clock} />
      </Fold>
    </section>
  )
}

/** Since when and why it stands still. */
function Standing({ clock }: { clock: ExplainedClock }): ReactNode {
  const { t } = useClockWords()
  const times = useTimes()
  const last = clock.stretches.at(-1)
  if (last?.state !== 'paused') return null
  return <p className={style.standing}>{t('standing', { since: times.when(last.from), why: last.text })}</p>
}
