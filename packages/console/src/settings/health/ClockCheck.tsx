import { wordIn } from '@baton/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Log, LogLine } from '../../lists/Log.tsx'
import { useTimes } from '../../words/times.ts'
import { useWords } from '../words/index.ts'
import style from './Health.module.css'
import type { HealthRecord } from './troubles.ts'

/** The nightly check of clocks against their history, and what it found. */
export function ClockCheck({ check }: { check: HealthRecord['clockCheck'] }): ReactNode {
  const { t, i18n } = useWords()
  const times = useTimes()
  return (
    <section className={style.part}>
      <h2 className={style.title}>{t('health.clockCheck')}</h2>
      <p className={style.under}>{t('health.clockCheckUnder')}</p>
      <p className={style.under}>{lineOf(check)}</p>
      {check && check.tickets.length > 0 && (
        <Log label={t('health.clockCheck')}>
          {check.tickets.map(({ id, number, clocks }) => (
            <LogLine
              key={id}
              title={
                <Link to="/t/$number" params={{ number }}>
                  {number}
                </Link>
              }
              time={null}
              under={clocks.map(name => wordIn(i18n.language, 'clock', name) ?? name).join(t('health.listed'))}
            />
          ))}
        </Log>
      )}
    </section>
  )

  function lineOf(last: HealthRecord['clockCheck']): string {
    if (!last) return t('health.clockNone')
    if (!last.doneAt) return t('health.clockRuns')
    const when = times.moment(last.doneAt)
    return last.wrong > 0
      ? t('health.clockBad', { when, checked: last.checked, count: last.wrong })
      : t('health.clockGood', { when, count: last.checked })
  }
}
