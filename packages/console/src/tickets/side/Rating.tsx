import { type Records, wordIn } from '@baton/contract'
import type { ReactNode } from 'react'
import { useAsk } from '../../session/ask.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { Stars } from '../Stars.tsx'
import section from './CustomerTab.module.css'
import style from './Rating.module.css'

type SurveyRecord = Records['survey']

/** How the customer liked it: each asking, and what came of it. */
export function Ratings({ ticketId }: { ticketId: string }): ReactNode {
  const { t } = useWords()
  const { data } = useAsk('survey.list', { ticketId }, { fresh: 30_000 })
  if (!data || data.items.length === 0) return null
  return (
    <section className={section.section}>
      <h3 className={section.title}>{t('rating.title')}</h3>
      {data.items.map(survey => (
        <Rating key={survey.id} survey={survey} />
      ))}
    </section>
  )
}

function Rating({ survey }: { survey: SurveyRecord }): ReactNode {
  const times = useTimes()
  const { score, comment, answeredAt, sentAt } = survey
  const standing = useStanding(survey)
  const at = answeredAt ?? sentAt
  return (
    <div className={style.rating}>
      <div className={style.line}>
        {score === null ? <span>{standing}</span> : <Stars score={score} />}
        <time className={style.when} dateTime={at} data-hint={times.full(at)}>
          {times.moment(at)}
        </time>
      </div>
      {comment && <p className={style.comment}>{comment}</p>}
    </div>
  )
}

/** What became of the asking, while there is no answer. */
function useStanding({ channel, reason, delivery }: SurveyRecord): string {
  const { t, i18n } = useWords()
  if (!channel) return t('rating.notSent', { reason: wordIn(i18n.language, 'problem', reason ?? '') ?? '' })
  if (delivery === 'failed' || delivery === 'unknown' || delivery === 'suppressed')
    return t('rating.undelivered', { channel: t(`rating.by.${channel}`) })
  return t('rating.waiting', { channel: t(`rating.by.${channel}`) })
}
