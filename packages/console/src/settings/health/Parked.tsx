import { wordIn } from '@baton/contract'
import type { ReactNode } from 'react'
import { Log, LogLine } from '../../lists/Log.tsx'
import { useTimes } from '../../words/times.ts'
import { useWords } from '../words/index.ts'
import style from './Health.module.css'
import { useTaskNames } from './tasks.ts'
import type { HealthRecord } from './troubles.ts'

/** What was set aside, and what each follower said about it. */
export function Parked({ events }: { events: HealthRecord['parkedEvents'] }): ReactNode {
  const { t, i18n } = useWords()
  const nameOf = useTaskNames()
  const times = useTimes()
  if (events.length === 0) return null
  return (
    <section className={style.part}>
      <h2 className={style.title}>{t('health.parkedTitle')}</h2>
      <p className={style.under}>{t('health.parkedUnder')}</p>
      <Log label={t('health.parkedTitle')}>
        {events.map(({ follower, seq, type, tries, error, parkedAt }) => (
          <LogLine
            key={`${follower} ${seq}`}
            title={plain(wordIn(i18n.language, 'event', type)) ?? type}
            under={t('health.parkedLine', { name: nameOf(follower), seq, count: tries })}
            wrong={error}
            time={<span data-hint={times.full(parkedAt)}>{times.moment(parkedAt)}</span>}
          />
        ))}
      </Log>
    </section>
  )
}

/** The event's sentence without what is to be filled in. */
const plain = (sentence: string | undefined): string | undefined =>
  sentence
    ?.replace(/\[[^\]]*\]/g, '')
    .replace(/\{\w+\}/g, '…')
    .replace(/^… ?/, '')
