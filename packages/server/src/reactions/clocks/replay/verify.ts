import type { ClockRow } from '../../../records/tickets/index.ts'
import { overdue } from './replay.ts'

/** Where a clock stands otherwise than its history says. */
export interface Difference {
  target: string
  field: string
  kept: unknown
  replayed: unknown
}

const compared = [
  'state',
  'ended_at',
  'target_seconds',
  'extended_seconds',
  'used_seconds',
  'due_at',
  'breached_at',
] as const satisfies readonly (keyof ClockRow)[]

/** What differs between the clocks of a ticket and the same reckoned from its history; nothing, as it should be. */
export function differences(kept: readonly ClockRow[], replayed: readonly ClockRow[], now: Date): Difference[] {
  const [ours, theirs] = [byName(kept, now), byName(replayed, now)]
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((name): Difference[] => {
    const [one, other] = [ours.get(name), theirs.get(name)]
    const target = (one ?? other)?.target ?? ''
    const fields = one && other ? compared : (['started_at'] as const)
    return fields
      .map(field => ({ target, field, kept: plain(one?.[field]), replayed: plain(other?.[field]) }))
      .filter(({ kept: is, replayed: should }) => is !== should)
  })
}

/** By what they are about and since when; two of a name are two, and one of them too many. */
function byName(clocks: readonly ClockRow[], now: Date): Map<string, ClockRow> {
  const named = new Map<string, ClockRow>()
  for (const clock of clocks) {
    const { target, round, started_at } = clock
    let name = `${target} ${round} ${started_at.getTime()}`
    while (named.has(name)) name += ' again'
    named.set(name, overdue(clock, now))
  }
  return named
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null))
