/** Somebody who looks at the same record; `doing` is `viewing`, or the kind of words that they write. */
export interface Viewer {
  id: string
  name: string
  doing: string
}

export interface Looking {
  kind: 'ticket'
  id: string
  doing: string
}

export interface Viewers {
  kind: string
  id: string
  people: Viewer[]
}

export type Together = ReturnType<typeof createTogether>

const nobody: readonly Viewer[] = []

/** What this window looks at, told to the server whenever there is one; and who else looks at it, as it tells. */
export function createTogether() {
  const listeners = new Set<() => void>()
  let emit: ((looking: Looking | null) => void) | undefined
  let looking: Looking | null = null
  let people = nobody

  const show = (next: readonly Viewer[]) => {
    people = next
    for (const tell of listeners) tell()
  }
  return {
    people: () => people,
    subscribe(tell: () => void) {
      listeners.add(tell)
      return () => void listeners.delete(tell)
    },
    look(next: Looking | null) {
      if (looking?.id !== next?.id && people.length > 0) show(nobody)
      looking = next
      emit?.(next)
    },
    heard({ kind, id, people: now }: Viewers) {
      if (looking?.kind === kind && looking.id === id) show(now)
    },
    /** There is a connection, perhaps again: it does not know yet what is looked at. */
    connected(send: (looking: Looking | null) => void) {
      emit = send
      if (looking) send(looking)
    },
    /** Whoever cannot be heard is not known to be there. */
    lost() {
      emit = undefined
      if (people.length > 0) show(nobody)
    },
  }
}
