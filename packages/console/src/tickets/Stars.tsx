import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import style from './Stars.module.css'

/** How many of five stars the customer gave; nothing before there is a rating. */
export function Stars({ score }: { score: number | null | undefined }): ReactNode {
  const { t } = useWords()
  if (!score) return null
  return (
    <span className={style.stars} role="img" aria-label={t('rating.score', { count: score })}>
      {'★'.repeat(score)}
      <span className={style.off}>{'★'.repeat(5 - score)}</span>
    </span>
  )
}
