import { useState } from 'react'
import { useMatches } from '../frame/look.tsx'
import type { Layout, ViewRecord } from './views.ts'

const place = 'baton.layouts'

/** How a view is to be shown: as it says, or as one has chosen in this browser. */
export function useLayout(view: ViewRecord | undefined): [Layout, (layout: Layout) => void] {
  const [chosen, set] = useState(kept)
  const layout = (view && chosen[view.id]) ?? view?.layout ?? 'list'
  const choose = (next: Layout) => {
    if (!view) return
    const { [view.id]: _, ...others } = chosen
    const all = next === view.layout ? others : { ...others, [view.id]: next }
    set(all)
    try {
      localStorage.setItem(place, JSON.stringify(all))
    } catch {
      // A browser without storage forgets, and works.
    }
  }
  return [layout, choose]
}

/** As what there is room to show it: a phone, or what a ticket beside it leaves, is too narrow for a table. */
export function useShape(layout: Layout, isBeside: boolean): Layout {
  const phone = useMatches('(max-width: 767px)')
  const wide = useMatches('(min-width: 1720px)')
  return layout === 'table' && (phone || (isBeside && !wide)) ? 'list' : layout
}

/** By which field it is shown apart, if at all; a board always is. */
export const groupingOf = (view: ViewRecord, layout: Layout): string | undefined =>
  view.groupBy ?? (layout === 'board' ? 'status' : undefined)

function kept(): Record<string, Layout> {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return typeof all === 'object' && all !== null ? (all as Record<string, Layout>) : {}
  } catch {
    return {}
  }
}
