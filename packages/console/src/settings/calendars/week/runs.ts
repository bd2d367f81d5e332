import type { TimeSpan } from '@baton/contract'

export interface Alike {
  /** From Monday, 0; days that follow each other together. */
  runs: number[][]
  spans: readonly TimeSpan[]
}

/** The days of a week that have hours, those with the same ones together. */
export function alikeIn(week: readonly (readonly TimeSpan[])[]): Alike[] {
  const found = new Map<string, Alike>()
  for (const [day, spans] of week.entries()) {
    if (spans.length === 0) continue
    const key = JSON.stringify(spans.map(({ from, to }) => [from, to]))
    const alike = found.get(key) ?? { runs: [], spans }
    const last = alike.runs.at(-1)
    if (last?.at(-1) === day - 1) last.push(day)
    else alike.runs.push([day])
    found.set(key, alike)
  }
  return [...found.values()]
}
