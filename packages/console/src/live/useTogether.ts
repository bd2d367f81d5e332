import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useMe } from '../session/me.ts'
import { createTogether, type Together, type Viewer } from './together.ts'

export const TogetherContext = createContext<Together>(createTogether())

/** A window that is hidden for so long is not looked at. Milliseconds. */
const patience = 60_000

/** Says that one looks at the ticket and what one is writing, and answers who else does, oneself left out. */
export function useTogether(ticketId: string, doing: string): readonly Viewer[] {
  const together = useContext(TogetherContext)
  const { agent } = useMe()
  useEffect(() => {
    let away: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(away)
      if (document.visibilityState === 'visible') together.look({ kind: 'ticket', id: ticketId, doing })
      else away = setTimeout(() => together.look(null), patience)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(away)
      document.removeEventListener('visibilitychange', look)
    }
  }, [together, ticketId, doing])
  useEffect(() => () => together.look(null), [together])
  const people = useSyncExternalStore(together.subscribe, together.people)
  return useMemo(() => people.filter(({ id }) => id !== agent.id), [people, agent.id])
}
