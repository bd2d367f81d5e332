import { io } from 'socket.io-client'

export interface Changed {
  kind: string
  id: string
  version: number
}

interface Ears {
  heard: (records: Changed[]) => void
  /** Connected again after a gap. */
  back: () => void
  connected: (now: boolean) => void
}

const calmAfter = 2500

/** The socket: who it is comes with the cookie; a short gap is not worth a word. */
export function listen({ heard, back, connected }: Ears): () => void {
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
    if (once) back()
    once = true
  })
  socket.on('disconnect', lost)
  socket.on('connect_error', lost)
  socket.on('changed', ({ records }: { records: Changed[] }) => heard(records))
  return () => {
    clearTimeout(worry)
    socket.close()
  }
}
