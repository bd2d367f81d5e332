import type { ReactNode } from 'react'
import style from './Avatar.module.css'

interface Props {
  name: string
  size?: number
  /** The colour of the small dot at the corner; a CSS colour. */
  dot?: string | undefined
  className?: string | undefined
}

/** A round initial. Decoration: the name stands beside it or in a label. */
export function Avatar({ name, size = 20, dot, className }: Props): ReactNode {
  return (
    <span
      aria-hidden
      className={[style.avatar, className].join(' ')}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.5) }}
    >
      {initial(name)}
      {dot && <span className={style.dot} style={{ background: dot }} />}
    </span>
  )
}

/** Chinese people are told apart by the last character of the name, unless that is a courtesy or a post; others by the first letter. */
function initial(name: string): string {
  const letters = [...name.trim()]
  const last = letters.at(-1) ?? ''
  const given =
    /\p{Script=Han}/u.test(last) && letters.length <= 4 && !/(先生|女士|小姐|太太|老师|师傅|员)$/.test(name.trim())
  return given ? last : (letters[0] ?? '?').toUpperCase()
}
