import type { ReactNode } from 'react'
import style from './Import.module.css'
import { type Step, steps } from './useImport.ts'
import { useImportWords } from './words/index.ts'

/** Where one is on the way. */
export function Steps({ step }: { step: Step }): ReactNode {
  const { t } = useImportWords()
  const at = steps.indexOf(step)
  return (
    <ol className={style.steps} aria-label={t('steps')}>
      {steps.map((name, n) => (
        <li key={name} data-done={n < at || undefined} {...(n === at && { 'aria-current': 'step' as const })}>
          <span className={style.stepNumber}>{n + 1}</span>
          <span className={style.stepName}>{t(`step.${name}`)}</span>
        </li>
      ))}
    </ol>
  )
}
