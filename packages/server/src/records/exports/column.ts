import { type FileCell, fieldToCell, type Wording } from '@baton/contract'
import { regionNames } from '@baton/contract/regions'
import type { Picture } from '../../kernel/configuration.ts'
import { isHidden } from '../../kernel/grants.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { type FieldProblem, invalid } from '../../kernel/problems.ts'
import type { Field, OwnFields } from '../fields/index.ts'
import { directory } from '../people/index.ts'
import { settings } from '../settings/index.ts'
import { wallClock } from './wall-clock.ts'

/** What every record has that a file tells of. */
export interface Told {
  fields: Readonly<Record<string, unknown>>
}

/** A column of a file of records. */
export interface FileColumn<R extends Told> {
  id: string
  header: string
  width: number
  /** The desk's own field that it is. */
  own?: Field
  cell(row: R, names: ReadonlyMap<string, string>): FileCell
}

/** What is in a file besides the desk's own fields. */
export interface BuiltIn<R extends Told> {
  isColumn(id: string): boolean
  column(id: string): FileColumn<R>
  /** Whether the caller may not read it. */
  isWithheld(id: string): boolean
  usual: readonly string[]
}

/** The columns that were asked for, or the usual ones; a column that the caller may not read is told like one that there is not. */
export function chosenColumns<R extends Told>(
  reading: Reading,
  builtIn: BuiltIn<R>,
  { all }: OwnFields,
  asked: readonly string[] | undefined,
): FileColumn<R>[] {
  const own = new Map(all.map(field => [`fields.${field.key}`, field]))
  const isThere = (id: string) =>
    own.has(id) ? !isHidden(reading.caller.grants, id) : builtIn.isColumn(id) && !builtIn.isWithheld(id)
  const problems = (asked ?? []).flatMap((id, at): FieldProblem[] =>
    isThere(id) ? [] : [{ path: `columns.${at}`, code: 'export.column', params: { name: id } }],
  )
  if (problems.length > 0) throw invalid(problems)
  const shown = asked
    ? [...new Set(asked)]
    : [...builtIn.usual, ...[...own].flatMap(([id, field]) => (isUsual(field) ? [id] : []))].filter(isThere)
  return shown.map(id => {
    const field = own.get(id)
    return field ? ownColumn(id, field, reading) : builtIn.column(id)
  })
}

const isUsual = ({ archived, spec }: Field): boolean => !archived && spec.kind !== 'files' && spec.kind !== 'pictures'

function ownColumn<R extends Told>(id: string, field: Field, reading: Reading): FileColumn<R> {
  const wall = wallClock(reading.picture.of(settings).timezone)
  const isWide = ['longText', 'richText', 'rows', 'address'].includes(field.spec.kind)
  const wording = wordingOf(reading)
  return {
    id,
    header: reading.caller.locale === 'en' ? (field.nameEn ?? field.name) : field.name,
    width: isWide ? 40 : 16,
    own: field,
    cell({ fields }, names) {
      const value = fields[field.key]
      if (field.spec.kind === 'time') return typeof value === 'number' ? { moment: wall(value) } : null
      return fieldToCell(field, value, wording(names))
    },
  }
}

/** People, departments and regions by name, so that they can be read back; all else by the names that were looked up. */
function wordingOf({ caller, picture }: Reading): (names: ReadonlyMap<string, string>) => Wording {
  const { departments } = picture.of(directory)
  const called = callingsOf(picture)
  return names => ({
    locale: caller.locale,
    zone: picture.of(settings).timezone,
    nameOf: id => called.get(id) ?? departments.get(id)?.path ?? names.get(id),
    regionOf: code => regionNames.get(code),
  })
}

/** By name; where several are called so with the number: 王芳 (CS001). */
export function callingsOf(picture: Picture): Map<string, string> {
  const people = [...picture.of(directory).agents.values()]
  const named = Map.groupBy(people, ({ name }) => name)
  return new Map(
    people.map(({ id, name, employeeNo }) => [
      id,
      (named.get(name)?.length ?? 0) > 1 ? `${name} (${employeeNo})` : name,
    ]),
  )
}
