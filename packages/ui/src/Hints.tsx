import { type ReactNode, useEffect, useState } from 'react'
import style from './Hints.module.css'
import { Kbd } from './Kbd.tsx'

interface Shown {
  text: string
  keys: string | undefined
  x: number
  y: number
  above: boolean
  /** By a press, which is all that a finger can do. */
  tapped?: true
}

/** One host for every hint in the app: any element with `data-hint` (and `data-keys`) gets one on hover and on focus, by a tap where it does nothing else. */
export function Hints(): ReactNode {
  const [shown, show] = useState<Shown>()
  useEffect(() => listen(show), [])
  if (!shown) return null
  return (
    <div
      className={style.hint}
      style={{ left: shown.x, top: shown.y, transform: `translate(-50%, ${shown.above ? '-100%' : '0'})` }}
      aria-hidden
      data-tapped={shown.tapped}
    >
      {shown.text}
      {shown.keys && <Kbd keys={shown.keys} />}
    </div>
  )
}

function listen(show: (shown: Shown | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = (event: Event) => {
    clearTimeout(timer)
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hint]') : null
    if (!target || (event.type === 'focusin' && !target.matches(':focus-visible'))) return show(undefined)
    timer = setTimeout(() => target.isConnected && show(place(target)), event.type === 'focusin' ? 0 : 350)
  }
  const tap = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hint]') : null
    if (target && !target.closest(pressed)) show({ ...place(target), tapped: true })
  }
  const hide = () => {
    clearTimeout(timer)
    show(undefined)
  }
  const start = { passive: true, capture: true } as const
  document.addEventListener('mouseover', over, start)
  document.addEventListener('focusin', over, start)
  document.addEventListener('click', tap, start)
  for (const name of ['mousedown', 'keydown', 'scroll', 'focusout']) document.addEventListener(name, hide, start)
  return () => {
    hide()
    document.removeEventListener('mouseover', over, start)
    document.removeEventListener('focusin', over, start)
    document.removeEventListener('click', tap, start)
    for (const name of ['mousedown', 'keydown', 'scroll', 'focusout']) document.removeEventListener(name, hide, start)
  }
}

/** What does something of its own when it is pressed. */
const pressed = 'a, button, input, label, [role="button"], [role="tab"], [role="option"], [role^="menuitem"]'

function place(target: HTMLElement): Shown {
  const box = target.getBoundingClientRect()
  const above = box.bottom + 40 > innerHeight
  const half = Math.min(120, innerWidth / 2)
  return {
    text: target.dataset.hint ?? '',
    keys: target.dataset.keys,
    x: Math.max(half / 2, Math.min(innerWidth - half / 2, box.left + box.width / 2)),
    y: above ? box.top - 6 : box.bottom + 6,
    above,
  }
}
