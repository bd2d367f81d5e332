import { useCallback, useState } from 'react'

/** Pixels of those columns that somebody has sized. */
export type Widths = Readonly<Record<string, number>>

export interface Sizing {
  widths: Widths
  /** Another width, in pixels; undefined for the natural one. */
  size: (id: string, width: number | undefined) => void
}

/** How narrow and how wide a column can be made. Pixels. */
export const leastWidth = 48
export const mostWidth = 1200

const place = 'baton.widths'

/** How wide somebody has made the columns of each view, in this browser. */
export function useWidths(view: string | undefined): Sizing {
  const [all, set] = useState(kept)
  const size = useCallback(
    (id: string, width: number | undefined) => {
      if (view === undefined) return
      set(old => {
        // What another tab has kept of other views stays.
        const next = { ...kept(), [view]: sized(old[view] ?? none, id, width) }
        keep(next)
        return next
      })
    },
    [view],
  )
  return { widths: (view !== undefined && all[view]) || none, size }
}

const none: Widths = {}

/** With one column of another width, as far as one can still take hold of it. */
export function sized(widths: Widths, id: string, width: number | undefined): Widths {
  const { [id]: _, ...others } = widths
  if (width === undefined) return others
  return { ...others, [id]: Math.round(Math.max(leastWidth, Math.min(mostWidth, width))) }
}

function keep(all: Readonly<Record<string, Widths>>): void {
  try {
    localStorage.setItem(place, JSON.stringify(all))
  } catch {
    // A browser without storage forgets, and works.
  }
}

function kept(): Record<string, Widths> {
  try {
    return readWidths(JSON.parse(localStorage.getItem(place) ?? '{}'))
  } catch {
    return {}
  }
}

/** What was kept, without what is none of ours: a width that cannot be drawn would hide its column for good. */
export function readWidths(all: unknown): Record<string, Widths> {
  const views = entries(all).map(([view, widths]) => [
    view,
    Object.fromEntries(
      entries(widths).filter(([, width]) => typeof width === 'number' && width >= leastWidth && width <= mostWidth),
    ) as Widths,
  ])
  return Object.fromEntries(views)
}

const entries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
