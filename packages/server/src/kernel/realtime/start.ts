import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Caller } from '../caller.ts'
import type { Desk } from '../desk.ts'
import { deskTopic } from '../ids.ts'
import type { LoggedEvent } from '../log/event.ts'
import { horizon, waitsAbove } from '../log/window.ts'
import { Windows } from '../log/windows.ts'
import { changedBy, grantSetOf, mayHear } from './audience.ts'
import { createTogether } from './together.ts'
import type { Wire } from './wire.ts'

export interface Realtime {
  wake(): void
  /** Tells these people's own browsers, and nobody else's, that something of theirs changed. */
  nudge(kind: string, persons: readonly string[]): void
  stop(): Promise<void>
}

export interface RealtimeDoor {
  /** Who is behind a handshake or still behind an open connection; throws when nobody is, any more. */
  identify(request: IncomingMessage): Promise<Caller>
  /** The sessions that are connected now; told every half minute, so that presence can follow. */
  stillHere(sessionIds: readonly string[]): Promise<void>
  /** To the other web processes, for who looks at what; without it each process knows its own people only. */
  wire?: Wire
}

const breath = 30
const idle = 1000
const roundSeconds = 30
/** Sessions and keys also end by themselves: everybody is asked again who they are every so many rounds. */
const recheckRounds = 10

/**
 * Tells permitted browsers what changed: kind, id and version, never the record; they fetch what they show. The process
 * follows the log itself, from now on, at least once; several web processes need nothing between them.
 */
export async function startRealtime(desk: Desk, http: HttpServer, door: RealtimeDoor): Promise<Realtime> {
  const io = new Server(http, {
    path: '/socket.io',
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: 100_000,
  })
  const kinds = desk.kinds.filter(kind => kind.live)
  const callers = new Map<string, { caller: Caller; sockets: Set<Socket> }>()
  const together = createTogether(desk, door.wire)
  const windows = new Windows(desk.db)
  const start = await horizon(desk.db)
  let cursor = { lo: start, hi: start, seq: 0 }
  let version = (await desk.configuration.current()).version

  io.use((socket, next) => {
    if (!isOurs(socket.request)) return next(new Error('origin'))
    door.identify(socket.request).then(
      caller => {
        socket.data.caller = caller
        next()
      },
      () => next(new Error('unauthenticated')),
    )
  })
  io.on('connection', socket => {
    join(socket)
    together.join(socket)
    socket.on('disconnect', () => {
      leave(socket)
      together.leave(socket)
    })
  })

  const join = (socket: Socket) => {
    const caller = socket.data.caller as Caller
    const key = grantSetOf(caller, kinds)
    socket.data.key = key
    const group = callers.get(key) ?? { caller, sockets: new Set() }
    group.sockets.add(socket)
    callers.set(key, group)
  }
  const leave = (socket: Socket) => {
    const group = callers.get(socket.data.key as string)
    group?.sockets.delete(socket)
    if (group?.sockets.size === 0) callers.delete(socket.data.key as string)
  }

  /** Grants change and sessions end while connections stay open: everybody is asked again who they are. */
  const recheck = async (only: (caller: Caller) => boolean) => {
    for (const socket of [...io.sockets.sockets.values()]) {
      if (!only(socket.data.caller as Caller)) continue
      try {
        const caller = await door.identify(socket.request)
        // It may have gone while the question was asked.
        if (!socket.connected) continue
        leave(socket)
        socket.data.caller = caller
        join(socket)
        together.again(socket)
      } catch {
        socket.disconnect(true)
      }
    }
  }

  /** How the desk is arranged has changed: no more than that is told, and who shows any of it asks what they may see. */
  const tellArranged = (seq: number) => {
    const records = [{ kind: 'configuration', id: deskTopic, version }]
    for (const { caller, sockets } of callers.values()) {
      if (caller.mustChangePassword) continue
      for (const socket of sockets) socket.emit('changed', { records, seq })
    }
  }

  const tellAll = async (events: readonly LoggedEvent[]) => {
    const picture = await desk.configuration.current()
    const seq = events.at(-1)?.seq ?? 0
    // Whoever is signed out, locked out or given other rights is the subject of an event.
    const concerned = new Set<string | null>(events.map(event => event.subject_id))
    if (picture.version !== version) {
      version = picture.version
      await recheck(() => true)
      tellArranged(seq)
    } else await recheck(({ actor, sessionId }) => concerned.has(actor.id) || concerned.has(sessionId))
    for (const kind of kinds) {
      const { announces, load } = kind.live as NonNullable<typeof kind.live>
      const about = events.filter(event => (announces as readonly string[]).includes(event.type))
      if (about.length === 0 || callers.size === 0) continue
      const rows = await load(desk.db, [...new Set(about.map(event => event.topic_id))])
      together.changed(kind, rows, picture)
      const changes = rows.map(row => {
        const id = String((row as { id: unknown }).id)
        return changedBy(
          kind,
          row,
          about.filter(event => event.topic_id === id),
          picture,
        )
      })
      for (const { caller, sockets } of callers.values()) {
        const heard = changes.filter(changed => mayHear(kind, changed, caller, desk.clock(), picture))
        if (heard.length === 0) continue
        const records = heard.map(({ id, version }) => ({ kind: kind.name, id, version }))
        for (const socket of sockets) socket.emit('changed', { records, seq })
      }
    }
  }

  let stopped = false
  let woken = false
  let wakeUp = () => {}
  const wake = () => {
    woken = true
    wakeUp()
  }
  const sleep = (ms: number) =>
    new Promise<void>(resolve => {
      if (woken || stopped) return resolve()
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async () => {
    while (!stopped) {
      woken = false
      windows.refresh()
      try {
        for (;;) {
          const next = await windows.after(cursor)
          const last = next.events.at(-1)
          if (!last) break
          await tellAll(next.events)
          cursor = { ...next.cursor, seq: last.seq }
        }
        const more = await waitsAbove(desk.db, await windows.horizon())
        await sleep(more ? breath : idle)
      } catch (error) {
        if (!stopped) desk.log.error({ err: error }, 'realtime failed')
        await sleep(idle)
      }
      await new Promise(resolve => setTimeout(resolve, breath))
    }
  }
  const running = loop()
  let round = 0
  const rounds = setInterval(() => {
    round += 1
    if (round % recheckRounds === 0)
      recheck(() => true).catch(error => desk.log.warn({ err: error }, 'callers were not rechecked'))
    const here = [...io.sockets.sockets.values()].flatMap(socket => (socket.data.caller as Caller).sessionId ?? [])
    if (here.length > 0) door.stillHere(here).catch(error => desk.log.warn({ err: error }, 'presence was not kept'))
  }, roundSeconds * 1000)

  return {
    wake,
    nudge(kind, persons) {
      const meant = new Set<unknown>(persons)
      for (const { caller, sockets } of callers.values()) {
        const { id } = caller.me
        if (!meant.has(id) || caller.mustChangePassword) continue
        const records = [{ kind, id, version: 0 }]
        for (const socket of sockets) socket.emit('changed', { records, seq: cursor.seq })
      }
    },
    async stop() {
      stopped = true
      clearInterval(rounds)
      wakeUp()
      await running
      together.stop()
      await new Promise<void>(resolve => void io.close(() => resolve()))
    },
  }
}

/** A page of another site may not open a connection with our cookie. */
function isOurs({ headers }: IncomingMessage): boolean {
  if (!headers.origin) return true
  try {
    const { host } = new URL(headers.origin)
    return host === headers.host || host === headers['x-forwarded-host']
  } catch {
    return false
  }
}
