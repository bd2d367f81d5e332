import type { ReactNode } from 'react'
import style from './Strength.module.css'
import { useWords } from './words/index.ts'

/** Length is what makes a password strong: four steps, and a word for where one stands. */
export function Strength({ password }: { password: string }): ReactNode {
  const { t } = useWords()
  const step = stepOf(password)
  return (
    <div className={style.strength} aria-live="polite">
      <span className={style.bars} aria-hidden>
        {[1, 2, 3, 4].map(at => (
          <span key={at} className={style.bar} data-on={at <= step || undefined} data-step={step} />
        ))}
      </span>
      <span className={style.word}>{t(`strength.${names[step]}`)}</span>
    </div>
  )
}

const names = ['empty', 'short', 'fair', 'good', 'strong'] as const

/** Up to 7 is too short; 8, 12 and 16 make it fair, good and strong. One letter again and again counts once. */
function stepOf(password: string): 0 | 1 | 2 | 3 | 4 {
  const length = password.length
  if (length === 0) return 0
  if (length < 8 || new Set(password).size < 4) return 1
  return length < 12 ? 2 : length < 16 ? 3 : 4
}
