import type { ReactNode } from 'react'
import style from './Skeleton.module.css'

/** Grey bars of the coming text's size, so that nothing jumps when it arrives. Widths as CSS. */
export function Skeleton({ lines = ['60%'], gap = 8 }: { lines?: string[]; gap?: number }): ReactNode {
  return (
    <div className={style.block} style={{ gap }} aria-hidden>
      {lines.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <span key={index} className={style.bar} style={{ width }} />
      ))}
    </div>
  )
}
