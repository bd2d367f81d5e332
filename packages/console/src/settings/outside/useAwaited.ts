import { useState } from 'react'
import { isUnderway } from './Last.tsx'

interface Way {
  id: string
  last: { status: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'suppressed'; at: string } | null
}

/** A test is sent in the background: until its outcome is here, there is something to ask for again. */
export function useAwaited() {
  const [awaited, set] = useState<{ id: string; before: string | undefined }>()
  const isAwaited = ({ id, last }: Way): boolean =>
    isUnderway(last) || (awaited?.id === id && awaited.before === last?.at)
  return { await: ({ id, last }: Way) => set({ id, before: last?.at }), isAwaited }
}
