import {
  dayAt,
  type FieldKind,
  type FieldOwner,
  fold,
  foldedValues,
  type Known,
  readValue,
  reportedKinds,
  withFormulas,
} from '@baton/contract'
import { sql } from 'kysely'
import { isFrozen, isHidden } from '../../kernel/grants.ts'
import { type FieldProblem, invalid } from '../../kernel/problems.ts'
import { same } from '../../kernel/same.ts'
import { add, type Change, type Row, remove, type Step } from '../../kernel/steps.ts'
import type { Call, Preparing } from '../../kernel/verb.ts'
import { type AttachedFile, attachSteps, isPicture } from '../files/index.ts'
import { directory } from '../people/index.ts'
import { cleanHtml } from './clean.ts'
import { definitions, type Field, type OwnFields } from './definitions.ts'
import { type FilesNamed, filesNamed } from './files-named.ts'
import { idsIn } from './ids-in.ts'
import { regions } from './regions.ts'

/** What was said of a record's own fields, read and found good: a value by key, null to forget it. */
export interface SaidFields {
  values: Readonly<Record<string, unknown>>
  /** The files among them that belong to nobody yet. */
  files: readonly AttachedFile[]
  /** What the files of these fields are called, of those too that go: history keeps it. */
  fileNames: ReadonlyMap<string, string>
}

interface Asking {
  owner: FieldOwner
  /** The record, when there is one already: what it has itself is not taken. */
  recordId?: string
  /** A phone number as it is kept; undefined for what is none. */
  phone: Known['phone']
}

type Asker = Pick<Preparing, 'db' | 'caller' | 'picture'>

export const nothingSaid: SaidFields = { values: {}, files: [], fileNames: new Map() }

/** Reads what was sent for `fields`. Throws a 422 that names every wrong value by its path, `fields.orderNo`. */
export async function readFields(
  preparing: Asker,
  sent: Readonly<Record<string, unknown>> | undefined,
  asking: Asking,
): Promise<SaidFields> {
  if (!sent || Object.keys(sent).length === 0) return nothingSaid
  const own = preparing.picture.of(definitions).of(asking.owner)
  const problems: FieldProblem[] = []
  const meant = Object.entries(sent).flatMap(([key, value]): [Field, unknown][] => {
    const field = own.byKey(key)
    const code = refusedAs(field, value, preparing, { isThere: asking.recordId !== undefined })
    if (code) problems.push({ path: `fields.${key}`, code })
    return field && !code ? [[field, value]] : []
  })
  const files = await filesNamed(preparing, meant, asking)
  const known = { regions, clean: cleanHtml, phone: asking.phone, exists: await recordsNamed(preparing, meant, files) }
  const values: Record<string, unknown> = {}
  for (const [field, value] of meant) {
    const read = readValue(field, value, known)
    if ('value' in read) values[field.key] = read.value
    else problems.push(...read.problems.map(({ at, ...rest }) => ({ ...rest, path: `fields.${field.key}${at}` })))
  }
  problems.push(...(await taken(preparing, own, values, asking)))
  if (problems.length > 0) throw invalid(problems)
  const fileNames = new Map([...files.own, ...files.free].map(([id, { name }]) => [id, name]))
  return { values, files: [...files.free.values()], fileNames }
}

/** A field that the caller may not see is told like one that there is not; of a record that is there, some may not be changed. */
export function refusedAs(
  field: Field | undefined,
  value: unknown,
  { caller }: Pick<Asker, 'caller'>,
  { isThere }: { isThere: boolean },
): string | undefined {
  if (!field || isHidden(caller.grants, `fields.${field.key}`)) return 'unknown_field'
  if (isThere && isFrozen(caller.grants, `fields.${field.key}`)) return 'frozen'
  return field.archived && value !== null ? 'archived' : undefined
}

async function recordsNamed(
  { db, picture }: Asker,
  meant: readonly [Field, unknown][],
  files: FilesNamed,
): Promise<Known['exists']> {
  const people = picture.of(directory)
  const asked = idsIn(meant, ['customer'])
  const found =
    asked.length > 0
      ? await sql<{ id: string }>`select id from customers where id = any(${asked}::uuid[])`.execute(db)
      : undefined
  const customers = new Set(found?.rows.map(({ id }) => id))
  return (kind, id) => {
    if (kind === 'agent') return people.agents.has(id)
    if (kind === 'department') return people.departments.has(id)
    if (kind === 'customer') return customers.has(id)
    const file = files.free.get(id) ?? files.own.get(id)
    return file !== undefined && (kind === 'file' || isPicture(file.mediaType))
  }
}

/** The values of unique fields that another record has. */
async function taken(
  { db }: Asker,
  own: OwnFields,
  values: SaidFields['values'],
  { recordId }: Asking,
): Promise<FieldProblem[]> {
  const asked = own.all.filter(field => field.unique && (values[field.key] ?? null) !== null)
  if (asked.length === 0) return []
  const { rows } = await sql<{ field_id: string }>`
    select v.field_id from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ key }) => onceAs(values[key]))}::text[])
      as asked (field_id, value)
    join field_values v on v.field_id = asked.field_id and v.value = asked.value
    where ${recordId ? sql`v.record_id <> ${recordId}` : sql`true`}`.execute(db)
  return rows.flatMap(({ field_id }) => {
    const field = asked.find(({ id }) => id === field_id)
    return field ? [{ path: `fields.${field.key}`, code: 'field.taken' }] : []
  })
}

/** How a unique value is compared: regardless of capitals and width. */
const onceAs = (value: unknown): string => fold(String(value))

/** What of a record changes with its fields. */
export interface KeptFields {
  /** For the record's row. */
  patch: { fields: Record<string, unknown>; fields_folded: Record<string, string> }
  changes: Change[]
  /** Beside the row: values that are there once, files that belong to it now. */
  steps: Step[]
}

/** The fields as they will be; undefined when nothing changes. Pure. */
export function keepFields(
  own: OwnFields,
  owner: FieldOwner,
  record: { id: string; fields: Readonly<Record<string, unknown>> },
  said: SaidFields,
  now: Date,
): KeptFields | undefined {
  if (Object.keys(said.values).length === 0) return undefined
  const given = Object.entries({ ...record.fields, ...said.values }).filter(([, value]) => value !== null)
  const after = withFormulas(own.formulas, Object.fromEntries(given))
  const changes = changed(own, record.fields, after)
  if (changes.length === 0) return undefined
  return {
    patch: { fields: after, fields_folded: foldedValues(own.all, after) },
    changes: changes.map(change => told(change, own.byKey(change.key)?.spec.kind, said.fileNames)),
    steps: [
      ...changes.flatMap(({ key, from, to }) => onceSteps(own.byKey(key), record.id, from, to)),
      ...attachSteps(said.files, owner, record.id, now),
    ],
  }
}

interface FieldChange {
  key: string
  from: unknown
  to: unknown
}

function changed(
  own: OwnFields,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const known = own.all.map(({ key }) => key)
  const keys = new Set([...known, ...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap(key => {
    const [from, to] = [before[key] ?? null, after[key] ?? null]
    return same(from, to) ? [] : [{ key, from, to }]
  })
}

const longestTold = 600

/**
 * History holds what is short; of long texts and tables it says that they changed: from nothing to nothing. Statistics
 * are counted from what it tells of some kinds, so it tells those whole, however deep a branch is; files with their names.
 */
function told({ key, from, to }: FieldChange, kind: FieldKind = 'longText', names: SaidFields['fileNames']): Change {
  const change = { field: `fields.${key}`, from, to }
  if (kind === 'files' || kind === 'pictures') return { ...change, names: namesIn([from, to].flat(), names) }
  const isTold = reportedKinds.includes(kind) || JSON.stringify([from, to]).length <= longestTold
  return isTold ? change : { ...change, from: null, to: null }
}

const namesIn = (ids: readonly unknown[], names: SaidFields['fileNames']): Record<string, string> =>
  Object.fromEntries([...names].filter(([id]) => ids.includes(id)))

/** Of changes those that statistics may be told apart by. */
export const countedChanges = (own: OwnFields, changes: readonly Change[]): Change[] =>
  changes.filter(({ field }) =>
    reportedKinds.includes(own.byKey(field.slice('fields.'.length))?.spec.kind ?? 'longText'),
  )

function onceSteps(field: Field | undefined, recordId: string, from: unknown, to: unknown): Step[] {
  if (!field?.unique) return []
  return [
    ...(from === null ? [] : [remove('field_values', { field_id: field.id, record_id: recordId })]),
    ...(to === null ? [] : [add('field_values', { field_id: field.id, value: onceAs(to), record_id: recordId })]),
  ]
}

/** What a new record begins with where nothing is said. */
export function usualFields(own: OwnFields, { caller, now }: Pick<Call, 'caller' | 'now'>): Record<string, unknown> {
  return Object.fromEntries(
    own.usual.flatMap(({ key, spec, default: usual }) => {
      if (usual === '$me') return caller.actor.kind === 'person' ? [[key, caller.actor.id]] : []
      if (usual === '$now') return [[key, spec.kind === 'date' ? dayAt(now.getTime(), caller.zone) : now.getTime()]]
      return [[key, usual]]
    }),
  )
}

/** As the API shows them: times as ISO 8601, and without what the caller may not see. */
export function shownFields(
  own: OwnFields,
  values: Readonly<Record<string, unknown>>,
  { grants }: Call['caller'],
): Row {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      if (value === null || isHidden(grants, `fields.${key}`)) return []
      const isTime = own.byKey(key)?.spec.kind === 'time' && typeof value === 'number'
      return [[key, isTime ? new Date(value).toISOString() : value]]
    }),
  )
}
