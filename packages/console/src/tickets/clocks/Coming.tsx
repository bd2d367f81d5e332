import { offsetAt } from '@baton/contract'
import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { Fold } from '../../forms/Fold.tsx'
import { Way } from '../../settings/calendars/reckon/Way.tsx'
import { useTimes } from '../../words/times.ts'
import { type ExplainedClock, toldUntil } from './picture.ts'
import style from './Stretches.module.css'
import type { Ahead } from './useAhead.ts'
import { useClockWords } from './words/index.ts'

/** So many days can be taken in at a glance. */
const mostAtOnce = 4

/** How it goes on until it is due; over several days, day by day. */
export function Coming({ clock, ahead }: { clock: ExplainedClock; ahead: Ahead }): ReactNode {
  const { t } = useClockWords()
  const times = useTimes()
  const { parts, way } = ahead
  const sum = (open: boolean) =>
    parts.reduce((all, part) => (part.open === open ? all + (part.to - part.from) / 1000 : all), 0)
  const shut = sum(false)
  const clockAt = (at: number) => new Date(at + offsetAt(at, way?.zone ?? 'UTC')).toISOString().slice(11, 16)
  return (
    <li className={style.line} data-ahead>
      <span className={style.sign} aria-hidden>
        <Icon name="flag" size={12} />
      </span>
      <div className={style.what}>
        <p>
          <time className={style.time} dateTime={clock.dueAt}>
            {times.span(new Date(toldUntil(clock)).toISOString(), clock.dueAt)}
          </time>{' '}
          <strong className={style.state}>{t('toCome', { length: times.worked(sum(true)) })}</strong>
          {shut >= 60 && <span className={style.quiet}> {t('shut', { length: times.worked(shut) })}</span>}
        </p>
      </div>
      {way && way.days.length > 1 && (
        <div className={style.way}>
          {way.days.length > mostAtOnce ? (
            <Fold title={t('byDay')}>
              <Way way={way.days} clock={clockAt} />
            </Fold>
          ) : (
            <Way way={way.days} clock={clockAt} />
          )}
        </div>
      )}
    </li>
  )
}
