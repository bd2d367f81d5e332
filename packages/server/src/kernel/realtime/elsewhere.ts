import type { Wire } from './wire.ts'

/** Somebody who looks at a record now; `doing` is `viewing`, or the kind of words that they write. */
export interface Viewer {
  id: string
  name: string
  doing: string
}

interface News {
  place: string
  people: readonly Viewer[]
}

/** Every process says all that it has this often, and what was not said for so long is no longer so. Milliseconds. */
const heartbeat = 20_000
const forgotten = 60_000
/** A NOTIFY carries 8000 bytes; a name in Chinese takes three a letter. */
const mostBytes = 6000

type Word = { ask: true } | { from: string; news: readonly News[] }

/** What the other processes' people look at. */
export function createElsewhere(
  wire: Wire | undefined,
  own: () => Map<string, Viewer[]>,
  changed: (place: string) => void,
) {
  const places = new Map<string, Map<string, { people: readonly Viewer[]; at: number }>>()

  const say = (news: readonly News[]) => {
    if (!wire) return
    for (const part of inParts(news)) wire.send({ from: wire.id, news: part } satisfies Word)
  }
  const sayAll = () => say([...own()].map(([place, people]) => ({ place, people })))
  const note = (from: string, { place, people }: News) => {
    const known = places.get(place) ?? new Map()
    const before = JSON.stringify(known.get(from)?.people ?? [])
    if (people.length > 0) known.set(from, { people, at: Date.now() })
    else known.delete(from)
    if (known.size > 0) places.set(place, known)
    else places.delete(place)
    if (before !== JSON.stringify(people)) changed(place)
  }
  const forget = () => {
    for (const [place, known] of [...places]) {
      for (const [from, { at }] of [...known]) if (Date.now() - at > forgotten) note(from, { place, people: [] })
    }
  }
  wire?.hear(
    said => {
      const word = said as Word
      if ('ask' in word) sayAll()
      else for (const news of word.news) note(word.from, news)
    },
    () => {
      wire.send({ ask: true } satisfies Word)
      sayAll()
    },
  )
  const beating = setInterval(() => {
    sayAll()
    forget()
  }, heartbeat)

  return {
    say,
    at: (place: string): Viewer[] => [...(places.get(place)?.values() ?? [])].flatMap(({ people }) => people),
    stop() {
      clearInterval(beating)
      // Whoever is cut off with this process looks at nothing any more.
      say([...own().keys()].map(place => ({ place, people: [] })))
    },
  }
}

function inParts(news: readonly News[]): News[][] {
  const parts: News[][] = []
  let room = 0
  for (const one of news) {
    const bytes = Buffer.byteLength(JSON.stringify(one))
    if (parts.length === 0 || bytes > room) {
      parts.push([])
      room = mostBytes
    }
    parts.at(-1)?.push(one)
    room -= bytes
  }
  return parts
}
