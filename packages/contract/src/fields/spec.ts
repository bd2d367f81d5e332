import { z } from 'zod'
import { line } from '../shapes.ts'
import { isFormula } from './formula/index.ts'
import { currencies } from './money.ts'

/** What the desk's own fields are about. */
export const fieldOwners = ['ticket', 'customer', 'company'] as const
export type FieldOwner = (typeof fieldOwners)[number]

/** The place of a value in the API, `fields.<key>`; of an option, a column: its word in values and conditions. */
export const fieldKey = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
const optionKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/)

export const optionColours = ['grey', 'blue', 'green', 'orange', 'red'] as const

const option = z.strictObject({
  key: optionKey,
  name: line(60),
  nameEn: line(60).optional(),
  colour: z.enum(optionColours).optional(),
  /** Out of use: records that have it keep it, and nobody can choose it. */
  archived: z.boolean().optional(),
})
export type FieldOption = z.output<typeof option>

const branch = option.extend({ parent: optionKey.optional() })
export type FieldBranch = z.output<typeof branch>

const eachOnce = (list: readonly { key: string }[]) => new Set(list.map(({ key }) => key)).size === list.length
const twice = { params: { code: 'field.keyTwice' } }
const options = z.array(option).min(1).max(500).refine(eachOnce, twice)
export const deepestBranch = 10
const branches = z
  .array(branch)
  .min(1)
  .max(3000)
  .refine(eachOnce, twice)
  .refine(list => list.every(one => isRooted(one, list)), { params: { code: 'field.branch', most: deepestBranch } })

/** Whether the way up from a branch ends at a root, within the depth that there may be. */
function isRooted(
  one: { key: string; parent?: string | undefined },
  list: readonly { key: string; parent?: string | undefined }[],
): boolean {
  const byKey = new Map(list.map(each => [each.key, each]))
  let at: typeof one | undefined = one
  for (let depth = 1; at && depth <= deepestBranch; depth++) {
    if (at.parent === undefined) return true
    at = byKey.get(at.parent)
  }
  return false
}

const decimals = z.int().min(0).max(8)
const bound = z.number()
const unit = line(20)
export const textFormats = ['any', 'digits', 'code', 'email', 'url', 'idCard'] as const
export const referenceTargets = ['order', 'product', 'other'] as const
export const regionLevels = ['province', 'city', 'district'] as const
export const columnKinds = ['text', 'number', 'amount', 'date', 'choice', 'boolean'] as const

const column = z
  .strictObject({
    key: fieldKey,
    name: line(60),
    nameEn: line(60).optional(),
    kind: z.enum(columnKinds),
    required: z.boolean().default(false),
    /** Of a number. */
    decimals: decimals.optional(),
    /** Of a choice. */
    options: options.optional(),
  })
  .refine(({ kind, options: given }) => kind !== 'choice' || given !== undefined, {
    path: ['options'],
    params: { code: 'required' },
  })
export type FieldColumn = z.output<typeof column>

/** A link in another system: `{value}` stands for the reference. */
const address = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s{}]+(\{value\}[^\s{}]*)?$/)

/** What belongs to a kind of field. The kind never changes: conditions, indexes and files rely on it. */
export const fieldSpec = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    most: z.int().min(1).max(1000).default(200),
    format: z.enum(textFormats).default('any'),
  }),
  z.strictObject({ kind: z.literal('longText'), most: z.int().min(1).max(20_000).default(5000) }),
  z.strictObject({ kind: z.literal('richText') }),
  z.strictObject({
    kind: z.literal('number'),
    decimals: decimals.default(0),
    min: bound.optional(),
    max: bound.optional(),
    unit: unit.optional(),
  }),
  z.strictObject({
    kind: z.literal('amount'),
    currency: z.enum(currencies).default('CNY'),
    min: bound.optional(),
    max: bound.optional(),
  }),
  z.strictObject({ kind: z.literal('date') }),
  z.strictObject({ kind: z.literal('time') }),
  z.strictObject({ kind: z.literal('choice'), options }),
  z.strictObject({ kind: z.literal('choices'), options, most: z.int().min(1).max(500).optional() }),
  z.strictObject({
    kind: z.literal('cascade'),
    branches,
    /** Whether one must go on to the end of a branch. */ leafOnly: z.boolean().default(true),
  }),
  z.strictObject({ kind: z.literal('boolean') }),
  z.strictObject({ kind: z.literal('person') }),
  z.strictObject({ kind: z.literal('department') }),
  z.strictObject({ kind: z.literal('customer') }),
  z.strictObject({
    kind: z.literal('reference'),
    to: z.enum(referenceTargets).default('other'),
    address: address.optional(),
  }),
  z.strictObject({ kind: z.literal('phone') }),
  z.strictObject({
    kind: z.literal('address'),
    level: z.enum(regionLevels).default('district'),
    detail: z.boolean().default(true),
  }),
  z.strictObject({ kind: z.literal('location') }),
  z.strictObject({ kind: z.literal('files'), most: z.int().min(1).max(20).default(10) }),
  z.strictObject({ kind: z.literal('pictures'), most: z.int().min(1).max(20).default(10) }),
  z.strictObject({
    kind: z.literal('formula'),
    expression: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .refine(isFormula, { params: { code: 'formula.invalid' } }),
    result: z.enum(['number', 'text', 'boolean']).default('number'),
    decimals: decimals.default(2),
    unit: unit.optional(),
  }),
  z.strictObject({
    kind: z.literal('rows'),
    columns: z.array(column).min(1).max(20).refine(eachOnce, twice),
    most: z.int().min(1).max(200).default(50),
  }),
])
export type FieldSpec = z.output<typeof fieldSpec>
export type FieldKind = FieldSpec['kind']
export type SpecOf<K extends FieldKind> = Extract<FieldSpec, { kind: K }>
export const fieldKinds = fieldSpec.options.map(one => one.shape.kind.value)

/** A field as everything that reads fields needs it. */
export interface FieldDefinition {
  id: string
  of: FieldOwner
  key: string
  name: string
  nameEn: string | null
  spec: FieldSpec
  /** What a new record begins with when nothing is said; `$me`, `$now` stand for who and when. */
  default: unknown
  unique: boolean
  archived: boolean
}

/** Kinds whose value can be kept once only: a short text or a number. */
export const uniqueKinds: readonly FieldKind[] = ['text', 'reference', 'phone', 'number']
/** Kinds whose values are few words, which statistics can tell tickets apart by. */
export const reportedKinds: readonly FieldKind[] = ['choice', 'choices', 'cascade', 'boolean', 'person', 'department']
/** So many fields at a time: each multiplies the combinations that facts are told apart by. */
export const mostReported = 10
/** Kinds that an index helps to find and to order by. */
export const indexedKinds: readonly FieldKind[] = [
  'text',
  'reference',
  'phone',
  'number',
  'amount',
  'date',
  'time',
  'choice',
  'choices',
  'cascade',
  'person',
  'department',
  'customer',
  'formula',
]
