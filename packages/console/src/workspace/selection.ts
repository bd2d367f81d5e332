import type { TicketRecord } from '@baton/contract'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

/** Which tickets of a list are chosen: these, or all of the view but these. */
export interface Chosen {
  all: boolean
  ids: ReadonlySet<string>
}

export const nobody: Chosen = { all: false, ids: new Set() }

export const isChosen = ({ all, ids }: Chosen, id: string): boolean => all !== ids.has(id)
export const isAny = ({ all, ids }: Chosen): boolean => all || ids.size > 0

/** With these chosen, or not. */
export function choose(chosen: Chosen, ids: readonly string[], on: boolean): Chosen {
  const next = new Set(chosen.ids)
  for (const id of ids) {
    if (on === chosen.all) next.delete(id)
    else next.add(id)
  }
  return { all: chosen.all, ids: next }
}

/** The rows from one place to another, whichever comes first. */
export const between = (rows: readonly Pick<TicketRecord, 'id'>[], from: number, to: number): string[] =>
  rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id)

export interface Selection {
  chosen: Chosen
  /** Whether boxes are shown on every row. */
  choosing: boolean
  /** Chooses a row, or no longer; with `reach` all from the last one that was touched to this one. */
  toggle: (at: number, reach: boolean) => void
  /** Goes on choosing from one row to the next. */
  extend: (from: number, to: number) => void
  begin: () => void
  all: () => void
  clear: () => void
}

/** What the head of a list needs to know. */
export type Choosing = Pick<Selection, 'choosing' | 'begin' | 'clear'>

/** What is chosen in a list, as long as the list is of the same tickets: of the same view, the same words. */
export function useSelection(rows: readonly TicketRecord[], of: string): Selection {
  const [chosen, set] = useState<Chosen>(nobody)
  const [begun, setBegun] = useState(false)
  const last = useRef<number>(undefined)
  const latest = useRef(rows)
  latest.current = rows

  const toggle = useCallback((at: number, reach: boolean) => {
    const row = latest.current[at]
    if (!row) return
    const from = reach ? (last.current ?? at) : at
    last.current = at
    set(old => choose(old, between(latest.current, from, at), reach || !isChosen(old, row.id)))
  }, [])
  const extend = useCallback((from: number, to: number) => {
    last.current = to
    set(old => choose(old, between(latest.current, from, to), true))
  }, [])
  const clear = useCallback(() => {
    last.current = undefined
    set(nobody)
    setBegun(false)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with nothing chosen
  useEffect(clear, [of])
  const all = useCallback(() => set({ all: true, ids: new Set() }), [])
  const begin = useCallback(() => setBegun(true), [])
  return useMemo(
    () => ({ chosen, choosing: begun || isAny(chosen), toggle, extend, begin, all, clear }),
    [chosen, begun, toggle, extend, begin, all, clear],
  )
}
