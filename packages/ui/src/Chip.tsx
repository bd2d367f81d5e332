import type { ReactNode } from 'react'
import style from './Chip.module.css'

interface Props {
  children: ReactNode
  tone?: 'plain' | 'red' | 'orange' | 'yellow' | 'blue' | 'accent'
  /** Makes it removable; the label says what is removed. */
  onRemove?: { label: string; run: () => void } | undefined
}

/** A small word on a ground: a tag, a card, a state. */
export function Chip({ children, tone = 'plain', onRemove }: Props): ReactNode {
  return (
    <span className={[style.chip, style[tone]].join(' ')}>
      <span className={style.words}>{children}</span>
      {onRemove && (
        <button type="button" className={style.remove} aria-label={onRemove.label} onClick={onRemove.run}>
          ×
        </button>
      )}
    </span>
  )
}
