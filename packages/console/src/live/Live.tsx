import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { createChanges } from './changes.ts'
import type { Changed } from './socket.ts'
import { createTogether } from './together.ts'
import { TogetherContext } from './useTogether.ts'

type Heard = (records: Changed[]) => void

const Connected = createContext(true)
const Hearing = createContext<Heard>(() => undefined)

/** False while the server cannot be heard; changes of this second may be missing until it is true again. */
export const useConnection = (): boolean => useContext(Connected)

/** Tells what changed by our own hand, as if the server had told it: with the socket's word it is one refresh. */
export const useHeard = (): Heard => useContext(Hearing)

/** Hears what changed and refreshes what is shown; after a gap, all of it. */
export function Live({ children }: { children: ReactNode }): ReactNode {
  const queries = useQueryClient()
  const [connected, set] = useState(true)
  const together = useMemo(createTogether, [])
  const ear = useRef<Heard>(() => undefined)
  const heard = useMemo<Heard>(() => records => ear.current(records), [])
  useEffect(() => {
    const changes = createChanges(queries)
    ear.current = changes.heard
    let left = false
    let close = () => changes.stop()
    import('./socket.ts')
      .then(({ listen }) => {
        if (left) return
        const stop = listen({
          heard: changes.heard,
          first: changes.began,
          back: changes.missed,
          connected: set,
          together,
        })
        close = () => {
          stop()
          changes.stop()
        }
      })
      .catch(() => set(false))
    return () => {
      left = true
      close()
    }
  }, [queries, together])
  return (
    <Hearing value={heard}>
      <TogetherContext value={together}>
        <Connected value={connected}>{children}</Connected>
      </TogetherContext>
    </Hearing>
  )
}
