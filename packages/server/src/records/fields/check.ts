import {
  type FieldOwner,
  type FieldSpec,
  faultIn,
  fold,
  formulasOf,
  indexedKinds,
  type Known,
  mostReported,
  readValue,
  reportedKinds,
  uniqueKinds,
} from '@baton/contract'
import type { FieldProblem } from '../../kernel/problems.ts'
import type { OwnFields } from './definitions.ts'
import { regions } from './regions.ts'

export interface Wanted {
  /** The field itself, once it exists. */
  id?: string
  of: FieldOwner
  key: string
  name: string
  spec: FieldSpec
  default: unknown
  unique: boolean
  indexed: boolean
  reported: boolean
}

/** Most fields of one kind of record. */
const most = 500

/** What is wrong with a field as it would be among the others. Pure. */
export function problemsOf(wanted: Wanted, own: OwnFields): FieldProblem[] {
  const others = own.all.filter(({ id }) => id !== wanted.id)
  const problems: FieldProblem[] = []
  const wrong = (path: string, code: string, params?: Record<string, unknown>) =>
    problems.push({ path, code, ...(params && { params }) })
  if (others.some(({ key }) => key === wanted.key)) wrong('key', 'taken')
  if (others.some(({ name, archived }) => !archived && fold(name) === fold(wanted.name))) wrong('name', 'taken')
  if (others.length >= most) wrong('name', 'field.most', { most })
  const { spec } = wanted
  if (wanted.unique && !uniqueKinds.includes(spec.kind)) wrong('unique', 'field.noUnique')
  if (wanted.indexed && !indexedKinds.includes(spec.kind)) wrong('indexed', 'field.noIndex')
  if (wanted.reported && !(wanted.of === 'ticket' && reportedKinds.includes(spec.kind)))
    wrong('reported', 'field.noReport')
  else if (wanted.reported && others.filter(({ reported }) => reported).length >= mostReported)
    wrong('reported', 'field.mostReported', { most: mostReported })
  if ('min' in spec && spec.min !== undefined && spec.max !== undefined && spec.min > spec.max)
    wrong('spec.max', 'field.bounds')
  if (spec.kind === 'formula') problems.push(...formulaProblems(wanted, spec.expression, own))
  problems.push(...usualProblems(wanted))
  return problems
}

/** A formula reads fields that there are, and not itself by any way round. */
function formulaProblems({ key, spec }: Wanted, expression: string, own: OwnFields): FieldProblem[] {
  const path = 'spec.expression'
  const fault = faultIn(expression, name => {
    const [of = '', column] = name.split('.')
    const field = own.byKey(of)
    if (!field || field.archived || of === key) return false
    if (column === undefined) return field.spec.kind !== 'rows'
    return field.spec.kind === 'rows' && field.spec.columns.some(one => one.key === column)
  })
  if (fault) return [{ path, code: fault.code, params: { ...fault } }]
  const all = [...own.all.filter(field => field.key !== key), { key, spec, archived: false }]
  const ready = formulasOf(all)
  return ready.some(formula => formula.key === key) ? [] : [{ path, code: 'formula.ring' }]
}

/** Those kinds whose usual value cannot be known beforehand. */
const without: readonly FieldSpec['kind'][] = ['formula', 'files', 'pictures', 'customer', 'richText']

function usualProblems({ spec, default: usual, unique }: Wanted): FieldProblem[] {
  if (usual === null || usual === undefined) return []
  if (unique || without.includes(spec.kind)) return [{ path: 'default', code: 'field.noDefault' }]
  if (usual === '$me') return spec.kind === 'person' ? [] : [{ path: 'default', code: 'field.text' }]
  if (usual === '$now')
    return spec.kind === 'date' || spec.kind === 'time' ? [] : [{ path: 'default', code: 'field.text' }]
  const read = readValue({ spec }, usual, anyRecord)
  return 'value' in read ? [] : read.problems.map(({ at, ...rest }) => ({ ...rest, path: `default${at}` }))
}

/** People and departments are looked at when the value is given to a record. */
const anyRecord: Known = { regions, phone: text => text, clean: html => html, exists: () => true }

/** Another form of the same field: what is kept in it stays right. */
export function changeProblems(before: FieldSpec, after: FieldSpec): FieldProblem[] {
  if (before.kind !== after.kind) return [{ path: 'spec.kind', code: 'field.kindStays' }]
  if (before.kind === 'formula' && after.kind === 'formula' && before.result !== after.result)
    return [{ path: 'spec.result', code: 'field.kindStays' }]
  if (before.kind === 'amount' && after.kind === 'amount' && before.currency !== after.currency)
    return [{ path: 'spec.currency', code: 'field.kindStays' }]
  const missing = keysOf(before).find(key => !keysOf(after).includes(key))
  return missing === undefined
    ? []
    : [{ path: `spec.${listOf(before)}`, code: 'field.optionStays', params: { key: missing } }]
}

const listOf = ({ kind }: FieldSpec): string =>
  kind === 'cascade' ? 'branches' : kind === 'rows' ? 'columns' : 'options'

function keysOf(spec: FieldSpec): string[] {
  if (spec.kind === 'choice' || spec.kind === 'choices') return spec.options.map(({ key }) => key)
  if (spec.kind === 'cascade') return spec.branches.map(({ key }) => key)
  return spec.kind === 'rows' ? spec.columns.map(({ key }) => key) : []
}
