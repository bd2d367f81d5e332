import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import style from './CardMark.module.css'
import type { Card } from './clock.ts'

/** A yellow or a red card, the same wherever a clock is spoken of. */
export function CardMark({ card }: { card: Card }): ReactNode {
  const { t } = useWords()
  return <span className={style.card} data-card={card} role="img" aria-label={t(`clock.${card}`)} />
}
