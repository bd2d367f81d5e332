import { useEffect } from 'react'
import { useAll } from '../../lists/useAll.ts'

/** As long as they are looked at, clocks are asked how they stand so often. Milliseconds. */
const every = 30_000

/** The promises on a ticket and how each came to stand where it does; the time that they are told at moves on. */
export function useExplained(ticketId: string) {
  const query = useAll('ticket.clocks', { id: ticketId })
  const { refetch } = query
  useEffect(() => {
    const timer = setInterval(() => void refetch(), every) // the query tells its own failure
    return () => clearInterval(timer)
  }, [refetch])
  return query
}
