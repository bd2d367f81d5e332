import { Icon } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import style from './SetupSteps.module.css'
import { maySetUp, useSteps } from './steps.ts'
import { useWords } from './words/index.ts'

/** How far the desk is set up, each step a way in; one line once all is done. */
export function SetupSteps(): ReactNode {
  const { t } = useWords()
  const may = maySetUp(useMe())
  const steps = useSteps()
  if (!may || !steps) return null
  if (steps.every(({ done }) => done))
    return (
      <Link to="/setup/{-$step}" params={{ step: undefined }} className={style.again}>
        {t('again')} <Icon name="right" size={12} />
      </Link>
    )
  return (
    <section>
      <p className={style.under}>{t('under')}</p>
      <ol className={style.steps} aria-label={t('title')}>
        {steps.map(({ key, done }, at) => (
          <li key={key} style={{ display: 'grid' }}>
            <Link to="/setup/{-$step}" params={{ step: key }} className={style.step} data-done={done || undefined}>
              <span className={style.head}>
                {done ? <Icon name="done" label={t('done')} /> : <span>{at + 1}.</span>}
                <span>{t(`step.${key}`)}</span>
              </span>
              <span className={style.note}>{t(`stepUnder.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
