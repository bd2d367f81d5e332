import type { Urgency } from '@baton/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import style from './Urgency.module.css'

/** How urgent: a small mark in its one colour, and the word. */
export function UrgencyTag({ urgency, small = false }: { urgency: Urgency; small?: boolean }): ReactNode {
  const { t } = useWords()
  return (
    <span className={style.tag} data-urgency={urgency}>
      <span className={style.mark} />
      <span className={small ? 'unseen' : undefined}>{t(`urgency.${urgency}`)}</span>
    </span>
  )
}
