import type { SlaTarget, TicketRecord } from '@baton/contract'
import type { ReactNode } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import type { TicketClock } from '../clock.ts'
import { useClockWords } from '../clocks/words/index.ts'
import style from './extension.module.css'

type AskedClock = TicketClock & { asked: NonNullable<TicketClock['asked']> }

/** The clock for which more time is asked: the given one, or the only one; undefined when it was decided meanwhile. */
export function askedOn({ clocks }: TicketRecord, target: SlaTarget | undefined): AskedClock | undefined {
  const asked = clocks.filter((clock): clock is AskedClock => clock.asked !== null)
  return asked.find(clock => clock.target === target) ?? asked[0]
}

/** The whole of a request for more time, for whoever decides it. */
export function Request({ clock }: { clock: AskedClock | undefined }): ReactNode {
  const { t } = useClockWords()
  const { t: shared } = useWords()
  const times = useTimes()
  if (!clock) return <p className={style.quiet}>{t('extension.none')}</p>
  const { asked, target } = clock
  const name = asked.by?.name ?? shared('actor.system')
  return (
    <div className={style.request}>
      <p className={style.what}>
        {shared('clock.askedFor', {
          target: shared(`target.${target as SlaTarget}`),
          length: times.worked(asked.seconds),
        })}
      </p>
      <p className={style.reason}>{asked.reason}</p>
      <p className={style.quiet}>{t('extension.asked', { name, at: times.when(asked.at) })}</p>
    </div>
  )
}
