import type { DispatchDecision, DispatchReason } from '@baton/contract'
import type { ReactNode } from 'react'
import { useNames } from '../../people/directory.ts'
import { PersonChip } from '../../people/PersonChip.tsx'
import { useWords } from '../../words/Speaking.tsx'
import style from './Decision.module.css'

/** Why a ticket went to this person and not to another: the choice in words, then the others with their reasons. */
export function Decision({ decision }: { decision: DispatchDecision }): ReactNode {
  const { t } = useWords()
  const names = useNames()
  const { chosen, skills } = decision
  return (
    <div className={style.decision}>
      {chosen && (
        <p>
          {t('dispatch.chosen', {
            name: names(chosen.agentId) ?? '—',
            load: chosen.load,
            capacity: chosen.capacity,
          })}
        </p>
      )}
      {chosen && chosen.step !== 'department' && (
        <p className={style.quiet}>
          {t(`dispatch.step.${chosen.step}`, { department: names(chosen.departmentId) ?? '—' })}
        </p>
      )}
      {skills.length > 0 && (
        <p className={style.quiet}>{t('dispatch.needs', { skills: skills.join(t('dispatch.comma')) })}</p>
      )}
      <Others decision={decision} />
    </div>
  )
}

/** Who did not get it, each with the reason; those who are not named are counted. */
export function Others({ decision }: { decision: DispatchDecision }): ReactNode {
  const { t } = useWords()
  const names = useNames()
  const { rejected } = decision
  const rest = useRest(decision)
  if (rejected.length === 0 && !rest) return null
  return (
    <>
      {rejected.length > 0 && (
        <ul className={style.others} aria-label={t('dispatch.others')}>
          {rejected.map(one => (
            <li key={one.agentId} className={style.other}>
              <PersonChip name={names(one.agentId) ?? '—'} />
              <span className={style.load}>
                {one.load}/{one.capacity}
              </span>
              <span className={style.reason}>{t(`dispatch.reason.${one.why}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {rest && <p className={style.quiet}>{t('dispatch.rest', { reasons: rest })}</p>}
    </>
  )
}

function useRest({ rejected, counts }: DispatchDecision): string {
  const { t } = useWords()
  const named = (why: string) => rejected.filter(one => one.why === why).length
  return Object.entries(counts)
    .map(([why, count]) => ({ why: why as DispatchReason, count: count - named(why) }))
    .filter(({ count }) => count > 0)
    .map(({ why, count }) => t('dispatch.count', { count, why: t(`dispatch.reason.${why}`) }))
    .join(t('dispatch.comma'))
}
