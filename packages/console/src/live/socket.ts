import { io } from 'socket.io-client'
import type { Together, Viewers } from './together.ts'

export interface Changed {
  kind: string
  id: string
  version: number
}

interface Ears {
  heard: (records: Changed[]) => void
  /** Connected for the first time: what happened while the page was being fetched was heard by nobody. */
  first: () => void
  /** Connected again after a gap. */
  back: () => void
  connected: (now: boolean) => void
  together: Together
}

const calmAfter = 2500

/** The socket: who it is comes with the cookie; a short gap is not worth a word. */
export function listen({ heard, first, back, connected, together }: Ears): () => void {
  const socket = io({
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  })
  let worry: ReturnType<typeof setTimeout> | undefined
  let once = false
  const lost = () => {
    worry ??= setTimeout(() => connected(false), calmAfter)
  }
  socket.on('connect', () => {
    clearTimeout(worry)
    worry = undefined
    connected(true)
    together.connected(looking => socket.emit('looking', looking))
    if (once) back()
    else first()
    once = true
  })
  socket.on('disconnect', () => {
    together.lost()
    lost()
  })
  socket.on('connect_error', lost)
  socket.on('changed', ({ records }: { records: Changed[] }) => heard(records))
  socket.on('viewers', (viewers: Viewers) => together.heard(viewers))
  return () => {
    clearTimeout(worry)
    socket.close()
  }
}
