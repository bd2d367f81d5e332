import type { ReactNode } from 'react'
import style from './Bar.module.css'

/** A thin bar that shrinks as its share runs out; `share` from 0 to 1. Decoration: the words stand beside it. */
export function Bar({
  share,
  colour,
  width = 40,
}: {
  share: number
  colour: string
  width?: number | '100%'
}): ReactNode {
  return (
    <span className={style.bar} style={{ width }} aria-hidden>
      <span className={style.rest} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%`, background: colour }} />
    </span>
  )
}
