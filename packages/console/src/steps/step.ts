import type { MacroStep } from '@baton/contract'
import { askOf, keysOf, type Part, partsOf } from './asks.ts'

/** A verb that is kept to be done later, with what it will be sent: a rung of a ladder has a time besides. */
export type Step = MacroStep

/** With another verb: what both are asked for stays, and what the new one usually wants is there. */
export function withVerb<S extends Step>(step: S, verb: string, target: string): S {
  const keys = partsOf(verb).flatMap(keysOf)
  const kept = Object.entries(step.input).filter(([key]) => keys.includes(key))
  return { ...step, verb, input: { ...usual(verb, target), ...Object.fromEntries(kept) } }
}

function usual(verb: string, target: string): Record<string, unknown> {
  if (verb === 'ticket.alert') return { to: ['managers'] }
  if (verb === 'ticket.update') return { urgency: 'critical' }
  const parts = partsOf(verb)
  return { ...(parts.includes('target') && { target }), ...(parts.includes('length') && { seconds: 3600 }) }
}

/** With other values in its input; what is empty is not sent. */
export function withInput<S extends Step>(step: S, patch: Readonly<Record<string, unknown>>): S {
  const input = Object.entries({ ...step.input, ...patch }).filter(([, value]) => !isEmpty(value))
  return { ...step, input: Object.fromEntries(input) }
}

/** Typed text is kept as it is being typed: a space alone is missing, not gone. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** The parts that are still to be filled in. */
export function missingIn({ verb, input }: Step): Part[] {
  const isThere = (part: Part) =>
    keysOf(part).some(key => !isEmpty(input[key]) && (input[key] as { trim?: () => string }).trim?.() !== '')
  const { must = [], some = [] } = askOf(verb)
  const missing = must.filter(part => !isThere(part))
  return some.length > 0 && !some.some(isThere) ? [...missing, ...some.slice(0, 1)] : missing
}
