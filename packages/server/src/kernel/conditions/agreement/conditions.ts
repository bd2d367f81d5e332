import {
  type Condition,
  type Environment,
  type FieldType,
  type Operator,
  operators,
  type PlainRecord,
} from '@baton/contract'
import { durations, ids, instants, numbers, texts, words, zones } from './pools.ts'
import type { Random } from './random.ts'
import { catalogue } from './table.ts'

type Value = string | number | boolean | { ago: string } | { ahead: string }

/** `$me.…` as conditions use it; `nobody` and `none` match nothing. */
export const references = { id: 'one', people: 'many', nobody: 'many', none: 'one', word: 'one', text: 'one' } as const

export const someEnvironment = (random: Random): Environment => ({
  now: new Date(random.pick(instants)),
  zone: random.pick(zones),
  me: {
    id: random.pick(ids),
    people: random.some(ids, 0, 3),
    nobody: [],
    none: random.pick([null, '']),
    word: random.pick(words),
    text: random.pick(texts),
  },
})

/** A tree of conditions; values are mostly drawn from `records`, so that leaves are true about half the time. */
export function someCondition(random: Random, records: readonly PlainRecord[], depth: number): Condition {
  if (depth <= 1 || random.chance(0.3)) {
    const [field, { type }] = random.pick(Object.entries(catalogue))
    return someLeaf(random, records, field, random.pick(Object.keys(operators[type]) as Operator[]))
  }
  const part = () => someCondition(random, records, depth - 1)
  const parts = () => Array.from({ length: random.pick([0, 1, 2, 2, 3]) }, part)
  return random.pick([() => ({ all: parts() }), () => ({ any: parts() }), () => ({ not: part() })])()
}

export function someLeaf(random: Random, records: readonly PlainRecord[], field: string, op: Operator): Condition {
  const type = catalogue[field]?.type ?? 'text'
  const record = random.pick(records)
  const one = () => someValue(random, record, field, type)
  switch (operators[type][op]) {
    case 'one':
      return { field, op, value: one() }
    case 'two':
      return { field, op, value: [one(), one()] }
    case 'many':
      return { field, op, value: manyReference(random, type) ?? Array.from({ length: 1 + random.below(3) }, one) }
    case 'duration':
      return { field, op, value: random.pick(durations) }
    default:
      return { field, op }
  }
}

function manyReference(random: Random, type: FieldType): string | undefined {
  if (!random.chance(0.15)) return undefined
  if (type === 'ref' || type === 'refs') return random.pick(['$me.people', '$me.nobody', '$me'])
  return type === 'choice' || type === 'choices' ? random.pick(['$me.word', '$me.none']) : undefined
}

function someValue(random: Random, record: PlainRecord, field: string, type: FieldType): Value {
  const drawn = [valueIn(record, field)].flat()
  const found: unknown = drawn.length > 0 ? random.pick(drawn) : undefined
  const likely = random.chance(0.7)
  switch (type) {
    case 'text':
      return (
        (typeof found === 'string' && likely && excerpt(random, found)) ||
        random.pick([...texts, '$me.text', '$me.none'])
      )
    case 'ref':
    case 'refs':
      return likely && typeof found === 'string' && ids.includes(found)
        ? found.toUpperCase()
        : random.pick([...ids, '$me', '$me.none'])
    case 'choice':
    case 'choices':
      return likely && typeof found === 'string' && found !== ''
        ? found
        : random.pick([...words, '$me.word', '$me.none'])
    case 'number':
      return random.pick(numbers)
    case 'boolean':
      return random.chance(0.5)
    case 'time':
    case 'date':
      return someMoment(random, type, found)
  }
}

function someMoment(random: Random, type: 'time' | 'date', found: unknown): Value {
  if (random.chance(0.3)) {
    return random.pick(['$now', { ago: random.pick(durations) }, { ahead: random.pick(durations) }])
  }
  const known = type === 'time' && (found instanceof Date || typeof found === 'number')
  const time = new Date(known && random.chance(0.7) ? found : random.pick(instants)).toISOString()
  if (type === 'date') return time.slice(0, 10)
  return random.pick([time, time.replace('Z', '+00:00'), time.replace('Z', '999Z')])
}

/** A part of a text that a condition may hold, cut between characters. */
function excerpt(random: Random, text: string): string {
  const characters = [...text.toWellFormed().replaceAll('\0', '')]
  const from = random.below(characters.length + 1)
  return random.chance(0.3) ? characters.join('') : characters.slice(from, from + 1 + random.below(4)).join('')
}

const valueIn = (record: PlainRecord, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as PlainRecord | null | undefined)?.[name], record)
