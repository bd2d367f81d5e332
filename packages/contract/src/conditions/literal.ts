import type { Value } from './condition.ts'
import { isDecimal } from './decimal.ts'
import { moveInstant, parseDuration } from './duration.ts'
import type { Environment } from './environment.ts'
import type { FieldType } from './field.ts'
import { fold } from './fold.ts'
import { instantOfText, isDay, isId, referenceOf, relativeOf } from './value.ts'
import { dayAt } from './zone.ts'

/** Numbers are decimals as text, times epoch milliseconds, dates `2026-11-22`, texts folded. */
export type Literal = string | number | boolean

/**
 * The literals that a value stands for: one, or what a reference names. `undefined` among them stands for something that
 * no record can hold (the caller's login compared with an id).
 */
export function literalsOf(value: Value, type: FieldType, environment: Environment): (Literal | undefined)[] {
  const reference = referenceOf(value)
  if (reference !== undefined && takesReferences(type)) {
    const named = Object.hasOwn(environment.me, reference) ? environment.me[reference] : undefined
    if (named === undefined) throw new Error(`$me.${reference} is not known here`)
    return [named ?? []].flat().flatMap(text => (text === '' ? [] : literalOf(text, type, environment)))
  }
  const literal = literalOf(value, type, environment)
  if (literal === undefined) throw new Error(`${JSON.stringify(value)} is not a value of type ${type}`)
  return [literal]
}

export const takesReferences = (type: FieldType): boolean => type !== 'number' && type !== 'boolean' && !isMoment(type)
const isMoment = (type: FieldType) => type === 'time' || type === 'date'

function literalOf(value: Value, type: FieldType, environment: Environment): Literal | undefined {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? fold(value) || undefined : undefined
    case 'ref':
    case 'refs':
      return typeof value === 'string' && isId(value) ? value.toLowerCase() : undefined
    case 'choice':
    case 'choices':
      return typeof value === 'string' && value !== '' ? value : undefined
    case 'number':
      return isDecimal(value) ? String(value) : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'time':
      return instantNamed(value, environment) ?? (typeof value === 'string' ? instantOfText(value) : undefined)
    case 'date':
      return dayNamed(value, environment)
  }
}

function dayNamed(value: Value, environment: Environment): string | undefined {
  const instant = instantNamed(value, environment)
  if (instant !== undefined) return dayAt(instant, environment.zone)
  return typeof value === 'string' && isDay(value) ? value : undefined
}

/** The instant that `$now`, `{ago}` or `{ahead}` names. */
function instantNamed(value: Value, { now, zone }: Environment): number | undefined {
  if (value === '$now') return now.getTime()
  const relative = relativeOf(value)
  const duration = relative && parseDuration(relative.text)
  return duration && moveInstant(now.getTime(), duration, relative.direction, zone)
}
