import type { TicketRecord } from '@baton/contract'
import { useCallback, useMemo, useRef, useState } from 'react'
import { between } from '../selection.ts'
import { type ChosenApart, chooseApart, chooseEvery, chooseWhole, isAnyApart, isChosenApart, nothing } from './apart.ts'
import type { Group } from './group.ts'

type Rows = readonly Pick<TicketRecord, 'id'>[]

/** Where one chose last: in which group, at which place, and which of its tickets were at hand then. */
interface Place {
  key: string
  at: number
  rows: Rows
}

export interface Apart {
  chosen: ChosenApart
  /** Whether boxes are shown on every ticket. */
  choosing: boolean
  last: Place | undefined
  /** Chooses a ticket, or no longer; with `reach` all from the last one of this group that was touched to this one. */
  toggle: (place: Place, reach: boolean) => void
  /** Goes on choosing from one ticket to the next, be it in the next group. */
  extend: (places: readonly Place[]) => void
  /** All of the group in which one chose last. */
  whole: () => void
  every: (groups: readonly Group[]) => void
  begin: () => void
  clear: () => void
}

/** What is chosen of tickets that are shown apart. */
export function useApart(): Apart {
  const [{ chosen, last }, set] = useState<Pick<Apart, 'chosen' | 'last'>>(none)
  const [begun, setBegun] = useState(false)
  const toggle = useCallback((place: Place, reach: boolean) => {
    const { key, at, rows } = place
    set(old => {
      const id = rows[at]?.id
      if (!id) return old
      const from = reach && old.last?.key === key ? old.last.at : at
      const on = reach || !isChosenApart(old.chosen, key, id)
      return { chosen: chooseApart(old.chosen, key, between(rows, from, at), on), last: place }
    })
  }, [])
  const extend = useCallback(
    (places: readonly Place[]) =>
      set(old => ({
        chosen: places.reduce(
          (chosen, { key, at, rows }) => chooseApart(chosen, key, between(rows, at, at), true),
          old.chosen,
        ),
        last: places.at(-1) ?? old.last,
      })),
    [],
  )
  const whole = useCallback(
    () =>
      set(({ chosen, last }) => ({
        chosen: last ? chooseWhole(chosen, last.key, between(last.rows, 0, last.rows.length)) : chosen,
        last,
      })),
    [],
  )
  const every = useCallback(
    (groups: readonly Group[]) => set(({ last }) => ({ chosen: chooseEvery(groups), last })),
    [],
  )
  const begin = useCallback(() => setBegun(true), [])
  const clear = useCallback(() => {
    set(none)
    setBegun(false)
  }, [])
  return useMemo(
    () => ({ chosen, choosing: begun || isAnyApart(chosen), last, toggle, extend, whole, every, begin, clear }),
    [chosen, begun, last, toggle, extend, whole, every, begin, clear],
  )
}

const none: Pick<Apart, 'chosen' | 'last'> = { chosen: nothing, last: undefined }

/** Of one group: which of its rows are chosen, and how a row is; undefined for whoever may not work on many at once. */
export function useChooseIn(apart: Apart | undefined, key: string, rows: Rows) {
  const latest = useRef(rows)
  latest.current = rows
  const toggle = apart?.toggle
  const onChoose = useMemo(
    () => toggle && ((at: number, reach: boolean) => toggle({ key, at, rows: latest.current }, reach)),
    [toggle, key],
  )
  return { onChoose, isChosen: (id: string) => apart !== undefined && isChosenApart(apart.chosen, key, id) }
}
