import type { Rung, SlaTarget } from '@baton/contract'
import { askOf, keysOf, type Part, partsOf } from './asks.ts'

/** What most want: when nobody has kept it, whoever leads the department hears of it. */
export const begun: Rung = { seconds: 30 * 60, verb: 'ticket.alert', input: { to: ['managers'] } }

/** By their times; those of the same time stay as they were. */
export const byTime = (ladder: readonly Rung[]): Rung[] => ladder.toSorted((a, b) => a.seconds - b.seconds)

/** The rung with another verb: what both are asked for stays, and what the new one usually wants is there. */
export function withVerb(rung: Rung, verb: string, target: SlaTarget): Rung {
  const keys = partsOf(verb).flatMap(keysOf)
  const kept = Object.entries(rung.input).filter(([key]) => keys.includes(key))
  return { ...rung, verb, input: { ...usual(verb, target), ...Object.fromEntries(kept) } }
}

function usual(verb: string, target: SlaTarget): Record<string, unknown> {
  if (verb === 'ticket.alert') return { to: ['managers'] }
  if (verb === 'ticket.update') return { urgency: 'critical' }
  const parts = partsOf(verb)
  return { ...(parts.includes('target') && { target }), ...(parts.includes('length') && { seconds: 3600 }) }
}

/** With other values in its input; what is empty is not sent. */
export function withInput(rung: Rung, patch: Readonly<Record<string, unknown>>): Rung {
  const input = Object.entries({ ...rung.input, ...patch }).filter(([, value]) => !isEmpty(value))
  return { ...rung, input: Object.fromEntries(input) }
}

/** Typed text is kept as it is being typed: a space alone is missing, not gone. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The parts that are still to be filled in. */
export function missingIn({ verb, input }: Rung): Part[] {
  const isThere = (part: Part) =>
    keysOf(part).some(key => !isEmpty(input[key]) && (input[key] as { trim?: () => string }).trim?.() !== '')
  const { must = [], some = [] } = askOf(verb)
  const missing = must.filter(part => !isThere(part))
  return some.length > 0 && !some.some(isThere) ? [...missing, ...some.slice(0, 1)] : missing
}
