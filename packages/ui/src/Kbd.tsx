import type { ReactNode } from 'react'
import style from './Kbd.module.css'

/** A key as it stands on the keyboard: `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export function Kbd({ keys }: { keys: string }): ReactNode {
  return (
    <span className={style.keys}>
      {keys.split(' ').map(key => (
        <kbd key={key} className={style.key}>
          {faces[key] ?? key.toUpperCase()}
        </kbd>
      ))}
    </span>
  )
}

const mac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)
const faces: Record<string, string> = {
  mod: mac ? '⌘' : 'Ctrl',
  enter: '↵',
  esc: 'Esc',
  up: '↑',
  down: '↓',
  shift: '⇧',
}
