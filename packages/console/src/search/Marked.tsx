import type { ReactNode } from 'react'
import style from './Marked.module.css'

interface Props {
  text: string
  /** What was found in it: [from, to], in order, the end exclusive. */
  ranges: readonly (readonly [number, number])[]
}

/** A text with what was found in it marked. */
export function Marked({ text, ranges }: Props): ReactNode {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of ranges) {
    if (from > at) parts.push(text.slice(at, from))
    parts.push(
      <mark key={from} className={style.mark}>
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  parts.push(text.slice(at))
  return parts
}
