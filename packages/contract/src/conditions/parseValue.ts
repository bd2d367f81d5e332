import { conditionLimits, type Value } from './condition.ts'
import { isDecimal } from './decimal.ts'
import { parseDuration } from './duration.ts'
import type { Field } from './field.ts'
import { takesReferences } from './literal.ts'
import type { Operator, ValueShape } from './operators.ts'
import type { ConditionProblem, ConditionProblemCode } from './problems.ts'
import { instantOfText, isDay, isId, referenceOf, relativeOf } from './value.ts'

/** The `$me.…` that an asker has, and whether each is one value or a list; `$me` is `id`. */
export type References = Readonly<Record<string, 'one' | 'many'>>

export interface Place {
  op: Operator
  shape: ValueShape
  field: Field
  references: References | undefined
}

/** Notes what is wrong at a path below the value: '' or `.3`. */
export type Wrong = (at: string, code: ConditionProblemCode, params?: ConditionProblem['params']) => undefined

/** The value of a leaf as its operator wants it; undefined when there is none, or when `wrong` has been told why. */
export function parseValue(value: unknown, place: Place, wrong: Wrong): Value | Value[] | undefined {
  switch (place.shape) {
    case 'none':
      return value === undefined || value === null || value === true
        ? undefined
        : wrong('', 'condition.noValue', { op: place.op })
    case 'duration':
      return typeof value === 'string' && parseDuration(value) ? value : wrong('', 'condition.duration')
    case 'one':
      return parseOne(value, '', place, wrong)
    case 'two':
      return Array.isArray(value) && value.length === 2 ? parseEach(value, place, wrong) : wrong('', 'condition.two')
    case 'many': {
      if (referenceOf(value) !== undefined && takesReferences(place.field.type))
        return parseOne(value, '', place, wrong)
      const most = conditionLimits.list
      const fits = Array.isArray(value) && value.length > 0 && value.length <= most
      return fits ? parseEach(value, place, wrong) : wrong('', 'condition.list', { most })
    }
  }
}

const parseEach = (values: readonly unknown[], place: Place, wrong: Wrong): Value[] =>
  values.map((value, at) => parseOne(value, `.${at}`, place, wrong)).filter(value => value !== undefined)

function parseOne(value: unknown, at: string, place: Place, wrong: Wrong): Value | undefined {
  const { type } = place.field
  if (referenceOf(value) !== undefined && takesReferences(type)) return parseReference(String(value), at, place, wrong)
  switch (type) {
    case 'text':
      return parseText(value, at, wrong)
    case 'choice':
    case 'choices':
      return parseChoice(value, at, place.field, wrong)
    case 'ref':
    case 'refs':
      return typeof value === 'string' && isId(value) ? value.toLowerCase() : wrong(at, 'condition.id')
    case 'number':
      return parseNumber(value, at, wrong)
    case 'boolean':
      return typeof value === 'boolean' ? value : wrong(at, 'condition.boolean')
    case 'time':
      return parseMoment(value, text => instantOfText(text) !== undefined) ?? wrong(at, 'condition.time')
    case 'date':
      return parseMoment(value, isDay) ?? wrong(at, 'condition.date')
  }
}

function parseReference(reference: string, at: string, { shape, references }: Place, wrong: Wrong): Value | undefined {
  if (!references) return reference
  const name = referenceOf(reference) ?? ''
  const known = Object.hasOwn(references, name) ? references[name] : undefined
  if (!known) return wrong(at, 'condition.reference', { reference })
  return known === 'many' && shape === 'one' ? wrong(at, 'condition.oneReference', { reference }) : reference
}

function parseText(value: unknown, at: string, wrong: Wrong): string | undefined {
  const most = conditionLimits.text
  // A character outside the first plane is two units long.
  if (typeof value !== 'string' || value === '' || value.length > 2 * most || [...value].length > most) {
    return wrong(at, 'condition.text', { most })
  }
  return value.includes('\0') || !value.isWellFormed() ? wrong(at, 'condition.characters') : value
}

function parseChoice(value: unknown, at: string, { options }: Field, wrong: Wrong): string | undefined {
  const text = parseText(value, at, wrong)
  if (text === undefined || !options || options.includes(text)) return text
  return wrong(at, 'condition.option', { value: short(text), options: options.slice(0, 30).join(', ') })
}

function parseNumber(value: unknown, at: string, wrong: Wrong): Value | undefined {
  if (!isDecimal(value)) return wrong(at, 'condition.number')
  return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER
    ? wrong(at, 'condition.largeNumber')
    : value
}

function parseMoment(value: unknown, isNamed: (text: string) => boolean): Value | undefined {
  if (value === '$now') return value
  if (typeof value === 'string') return isNamed(value) ? value : undefined
  const relative = relativeOf(value)
  if (!relative || !parseDuration(relative.text)) return undefined
  return relative.direction === -1 ? { ago: relative.text } : { ahead: relative.text }
}

/** What was sent, short enough to be shown again; never throws, whatever it is. */
export const short = (sent: unknown): string =>
  typeof sent === 'string' ? sent.slice(0, 60).toWellFormed() : typeof sent
