import { type ReactNode, useEffect, useState } from 'react'
import { lengthText } from './length.ts'

/** Runs by the second from a moment on, or stands where it ended. */
export function Timer({ from, to }: { from: string; to?: string | null }): ReactNode {
  const seconds = useSeconds(from, to ?? null)
  return <time style={{ fontVariantNumeric: 'tabular-nums' }}>{lengthText(seconds)}</time>
}

/** Whole seconds since then; a clock that is behind the server's shows none rather than less than none. */
export function useSeconds(from: string, to: string | null): number {
  const [now, tick] = useState(() => Date.now())
  useEffect(() => {
    if (to) return
    const timer = setInterval(() => tick(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [to])
  return Math.max(0, Math.round(((to ? Date.parse(to) : now) - Date.parse(from)) / 1000))
}
