import { reads, verbs } from '@baton/contract'
import fc from 'fast-check'
import { z } from 'zod'

/** The part of JSON Schema that our shapes need. */
export interface Shape {
  type?: string
  format?: string
  pattern?: string
  enum?: readonly string[]
  const?: unknown
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  maxItems?: number
  items?: Shape
  properties?: Record<string, Shape>
  required?: readonly string[]
  additionalProperties?: Shape | false
  anyOf?: readonly Shape[]
}

/** Every verb and read of the contract with the shape of what it takes: a new one is in every test that goes over them. */
export const shapes: readonly { name: string; shape: Shape }[] = Object.entries({ ...verbs, ...reads }).map(
  ([name, { input }]) => ({
    name,
    shape: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape,
  }),
)

/** The properties of a shape, those within others by their paths. */
export function propertiesOf(shape: Shape, path = ''): { path: string; shape: Shape }[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => {
    const at = path ? `${path}.${name}` : name
    return [{ path: at, shape: inner }, ...propertiesOf(inner, at)]
  })
}

/** The alternatives of a shape; one that is no union is its own only one. */
export const waysOf = (shape: Shape): readonly Shape[] => shape.anyOf ?? [shape]

const nasty = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202e',
  '\u0007',
  '\r\nX: y',
  '__proto__',
  'constructor',
  'toString',
  'null',
  "' or 1=1 --",
  '"; drop table events; --',
  '%',
  '\\',
  '$1',
  '${x}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '😀',
  '字',
  'ſ',
  'İ',
  '9'.repeat(40),
  '-0',
  '1e999',
  'NaN',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '+275760-09-13T00:00:00Z',
]

const moments = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999-12:00',
  '2026-02-28T23:59:59.123456789Z',
  '2026-11-22T12:00:00+08:00',
]

const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const anything = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, [], {}, 1e308, -1e308, 2 ** 53, -1, 0.1, Number.MIN_VALUE),
)

/** Text that our shapes let through, and that is awkward all the same. */
const awkward = fc.oneof(
  fc.constantFrom(
    '工单',
    'a',
    "' or 1=1 --",
    '"; drop table events; --',
    '%_\\',
    '$1 ${x} {{7*7}}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '__proto__',
    '👩‍👩‍👧‍👦',
    'e\u0301',
    'ﬀ',
    'שלום',
    'ſİ',
    '9'.repeat(40),
    '013800138000',
    '+86 138 0013 8000',
    'G20261122001',
    'lilei@example.com',
    '售后-维修',
  ),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
)

/** The ids of what exists, by the name of the property that wants one. */
export type Ids = (property: string) => readonly string[]

/** What this shape takes, as the property `name`. */
function rightOf(shape: Shape, ids: Ids, name: string): fc.Arbitrary<unknown> {
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(way => rightOf(way, ids, name)))
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.const !== undefined) return fc.constant(shape.const)
  switch (shape.type) {
    case 'string':
      return textOf(shape, ids(name))
    case 'integer':
      return smallIn(Math.max(shape.minimum ?? 0, -10), shape.maximum)
    case 'number':
      return fc.double({ noNaN: true, min: shape.minimum ?? -1e9, max: shape.maximum ?? 1e9 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(shape.items ? rightOf(shape.items, ids, name) : awkward, {
        maxLength: Math.min(shape.maxItems ?? 3, 3),
      })
    case 'object':
      return shape.properties
        ? rightBody(shape, ids)
        : fc.oneof(condition, fc.dictionary(awkward, fc.oneof(awkward, fc.boolean(), condition), { maxKeys: 3 }))
    default:
      return anything
  }
}

function textOf({ format, pattern, maxLength = 60 }: Shape, ids: readonly string[]): fc.Arbitrary<string> {
  if (format === 'uuid')
    return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() })
  if (format === 'date-time') return fc.constantFrom(...moments)
  if (pattern?.includes('@')) return fc.constantFrom('lilei@example.com', 'a+b@sub.example.cn', '"@x', '李@例子.中国')
  if (pattern) return fc.stringMatching(new RegExp(pattern), { maxLength: Math.min(maxLength, 40) })
  return fc.oneof(
    { weight: 9, arbitrary: awkward.map(text => [...text].slice(0, maxLength).join('')) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(maxLength)) },
  )
}

/** A body that the shape takes: what is required, and the rest now and then. */
export function rightBody({ properties = {}, required = [] }: Shape, ids: Ids): fc.Arbitrary<Record<string, unknown>> {
  const known = Object.entries(properties).map(([name, inner]) => {
    const right = rightOf(inner, ids, name)
    return (
      required.includes(name)
        ? right.map(value => [value])
        : fc.oneof(
            fc.constant([]),
            right.map(value => [value]),
          )
    ).map(values => values.map(value => [name, value] as const))
  })
  return fc.tuple(...known).map(parts => Object.fromEntries(parts.flat()) as Record<string, unknown>)
}

/** A body that is right but for one property or two: of another kind, missing, or unknown. */
export function wrongBody(shape: Shape, ids: Ids): fc.Arbitrary<Record<string, unknown>> {
  const names = fc.oneof(fc.constantFrom(...Object.keys(shape.properties ?? {}), 'nonsense'), text)
  return fc
    .tuple(
      rightBody(shape, ids),
      fc.array(fc.tuple(names, fc.oneof(anything, fc.constant(undefined))), { minLength: 1, maxLength: 2 }),
    )
    .map(([body, wrong]) => ({
      ...body,
      ...Object.fromEntries(wrong),
    }))
}

const leaf = fc.oneof(
  fc.constantFrom(
    { field: 'status', op: 'is', value: 'new' },
    { field: 'assigneeId', op: 'is', value: '$me' },
    { field: 'createdAt', op: 'withinLast', value: 'P3D' },
    { field: 'fields.order', op: 'contains', value: '%' },
    { field: 'tags', op: 'containsAny', value: ['a', "'"] },
    { field: 'customer.level', op: 'isEmpty' },
  ),
  fc.record({
    field: fc.oneof(fc.constantFrom('id', 'number', 'subject', 'urgency', 'dueAt', 'urgeCount', 'open'), text),
    op: fc.oneof(fc.constantFrom('is', 'isNot', 'isOneOf', 'startsWith', 'before', 'between', 'moreThan'), text),
    value: fc.oneof(
      anything,
      fc.constantFrom('$me', '$now', { ago: 'P3D' }, { ago: 'P99999999Y' }, { ahead: 'PT1S' }),
      fc.array(anything, { maxLength: 3 }),
    ),
  }),
)
const condition: fc.Arbitrary<unknown> = fc.letrec(again => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(again('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(again('node'), { maxLength: 3 }) }),
    fc.record({ not: again('node') }),
  ),
})).node

/** Not far from the least that is right. */
const smallIn = (min: number, max = Number.MAX_SAFE_INTEGER) => fc.integer({ min, max: Math.min(max, min + 300) })
