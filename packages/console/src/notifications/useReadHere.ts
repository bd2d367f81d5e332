import { useEffect, useRef } from 'react'
import { useNewest } from './useNewest.ts'
import { useRead } from './useRead.ts'
import { useUnread } from './useUnread.ts'

/** Whoever looks at a ticket has read what they were told of it: when it is opened, and as long as it stands open. */
export function useReadHere(ticketId: string): void {
  const read = useRead()
  const asked = useRef<string | undefined>(undefined)
  const isUnread = useUnread() > 0
  const isNew = useNewest()?.some(one => one.ticketId === ticketId && one.readAt === null) ?? false
  useEffect(() => {
    if (!isNew && (asked.current === ticketId || !isUnread)) return
    const look = () => {
      if (document.visibilityState !== 'visible') return
      asked.current = ticketId
      read({ ticketId })
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [ticketId, isNew, isUnread, read])
}
