interface Placed {
  id: string
  position: number
  archived_at: Date | null
}

/** The one moved to its new place among those in use, all counted from 1; those out of use stand behind them. */
export function ordered(rows: readonly Placed[], moved: string, position: number): { id: string; position: number }[] {
  const byPlace = rows.toSorted((a, b) => a.position - b.position)
  const used = byPlace.filter(row => row.archived_at === null && row.id !== moved).map(({ id }) => id)
  used.splice(position - 1, 0, moved)
  const archived = byPlace.filter(row => row.archived_at !== null && row.id !== moved).map(({ id }) => id)
  return [...used, ...archived].map((id, at) => ({ id, position: at + 1 }))
}
