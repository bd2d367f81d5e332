import type { Socket } from 'socket.io'
import type { Caller } from '../caller.ts'
import type { Picture } from '../configuration.ts'
import type { Desk } from '../desk.ts'
import { isId } from '../ids.ts'
import { type Kind, mayOn } from '../kinds.ts'
import { createElsewhere, type Viewer } from './elsewhere.ts'
import type { Wire } from './wire.ts'

export interface Together {
  /** Hears from this connection what its person looks at. */
  join(socket: Socket): void
  leave(socket: Socket): void
  /** Its person may see other things now. */
  again(socket: Socket): void
  /** These records changed: who may not see one any more looks at it no longer. */
  changed(kind: Kind, rows: readonly unknown[], picture: Picture): void
  stop(): void
}

/** However fast somebody types or turns pages, the others hear of it at most so often. Milliseconds. */
const calm = 200

interface Looking {
  /** `ticket:<id>`. */
  place: string
  doing: string
}

interface Watcher {
  socket: Socket
  looking: Looking | undefined
  /** What was said last, until it is looked at. */
  wanted: { said: unknown } | undefined
  busy: boolean
}

/**
 * Who looks at a record together, and who is writing. Held in memory only, told only to those who look at it
 * themselves and may; never a part of any verb. Several processes tell each other over the wire.
 */
export function createTogether(desk: Desk, wire: Wire | undefined): Together {
  const watchers = new Map<Socket, Watcher>()
  const dirty = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const elsewhere = createElsewhere(wire, ownPlaces, place => tell(place))

  function ownPlaces(): Map<string, Viewer[]> {
    const places = new Map<string, Viewer[]>()
    for (const { socket, looking } of watchers.values()) {
      if (!looking) continue
      const { actor } = socket.data.caller as Caller
      const viewer = { id: String(actor.id), name: actor.name, doing: looking.doing }
      places.set(looking.place, merged([...(places.get(looking.place) ?? []), viewer]))
    }
    return places
  }

  function tell(place: string): void {
    const people = merged([...(ownPlaces().get(place) ?? []), ...elsewhere.at(place)])
    const [kind, id] = place.split(':')
    for (const { socket, looking } of watchers.values())
      if (looking?.place === place) socket.emit('viewers', { kind, id, people })
  }

  const announce = (place: string) => {
    dirty.add(place)
    timer ??= setTimeout(() => {
      timer = undefined
      const own = ownPlaces()
      const news = [...dirty].map(place => ({ place, people: own.get(place) ?? [] }))
      dirty.clear()
      for (const { place } of news) tell(place)
      elsewhere.say(news)
    }, calm)
  }

  const set = (watcher: Watcher, looking: Looking | undefined) => {
    const before = watcher.looking
    if (before?.place === looking?.place && before?.doing === looking?.doing) return
    watcher.looking = looking
    if (before && before.place !== looking?.place) announce(before.place)
    if (looking) announce(looking.place)
  }

  /** One at a time for each connection, and then a breath: of what is said meanwhile the last word counts. */
  const attend = async (watcher: Watcher) => {
    if (watcher.busy) return
    watcher.busy = true
    try {
      while (watcher.wanted && watchers.has(watcher.socket)) {
        const { said } = watcher.wanted
        watcher.wanted = undefined
        const looking = await admitted(desk, watcher.socket.data.caller as Caller, said)
        if (watchers.has(watcher.socket)) set(watcher, looking)
        await new Promise(resolve => setTimeout(resolve, calm))
      }
    } finally {
      watcher.busy = false
    }
  }
  const want = (watcher: Watcher, said: unknown) => {
    watcher.wanted = { said }
    attend(watcher).catch(error => desk.log.warn({ err: error }, 'who looks at it is not known'))
  }
  const saidBy = ({ looking }: Watcher) => {
    const [kind, id] = looking?.place.split(':') ?? []
    return looking && { kind, id, doing: looking.doing }
  }

  return {
    join(socket) {
      const watcher: Watcher = { socket, looking: undefined, wanted: undefined, busy: false }
      watchers.set(socket, watcher)
      socket.on('looking', (said: unknown) => want(watcher, said))
    },
    leave(socket) {
      const watcher = watchers.get(socket)
      if (!watcher) return
      set(watcher, undefined)
      watchers.delete(socket)
    },
    again(socket) {
      const watcher = watchers.get(socket)
      if (watcher?.looking && !watcher.wanted) want(watcher, saidBy(watcher))
    },
    changed(kind, rows, picture) {
      for (const row of rows) {
        const place = `${kind.name}:${(row as { id: string }).id}`
        for (const watcher of watchers.values()) {
          if (watcher.looking?.place !== place) continue
          const caller = watcher.socket.data.caller as Caller
          if (!mayOn(kind, kind.readGrant, row, caller, { now: desk.clock(), picture })) set(watcher, undefined)
        }
      }
    },
    stop() {
      clearTimeout(timer)
      elsewhere.stop()
    },
  }
}

const doings = /^[a-z]{1,20}$/

/** What one may look at, as it was said; undefined when one looks at nothing, may not, or it was nonsense. */
async function admitted(desk: Desk, caller: Caller, said: unknown): Promise<Looking | undefined> {
  if (typeof said !== 'object' || said === null || caller.actor.kind !== 'person' || caller.mustChangePassword) return
  const { kind: name, id, doing = 'viewing' } = said as Record<string, unknown>
  const kind = desk.kinds.find(one => one.live && one.name === name)
  if (!kind?.live || typeof id !== 'string' || !isId(id) || typeof doing !== 'string' || !doings.test(doing)) return
  const [row] = await kind.live.load(desk.db, [id])
  const picture = await desk.configuration.current()
  if (!row || !mayOn(kind, kind.readGrant, row, caller, { now: desk.clock(), picture })) return
  return { place: `${kind.name}:${id.toLowerCase()}`, doing }
}

/** One line for each person, whatever the number of windows; who writes in one of them writes. */
function merged(viewers: readonly Viewer[]): Viewer[] {
  const people = new Map<string, Viewer>()
  for (const viewer of viewers) {
    const known = people.get(viewer.id)
    if (!known || known.doing === 'viewing') people.set(viewer.id, viewer)
  }
  return [...people.values()]
}
