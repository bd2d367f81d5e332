import { type ReactNode, useEffect, useRef } from 'react'
import style from './More.module.css'

interface Props {
  /** Whether there is a next page. */
  more: boolean
  busy: boolean
  onMore: () => void
  label: string
}

/** Stands at the end of a list and fetches the next page before one gets there; a button for those who would rather press. */
export function More({ more, busy, onMore, label }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  latest.current = onMore
  const waits = more && !busy
  useEffect(() => {
    const element = place.current
    if (!element || !waits) return
    const watch = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && latest.current(), {
      rootMargin: '400px',
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [waits])
  if (!more) return null
  return (
    <div ref={place} className={style.more}>
      <button type="button" className={style.button} disabled={busy} onClick={onMore}>
        {busy ? '…' : label}
      </button>
    </div>
  )
}
