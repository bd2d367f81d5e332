import { ok, type ReadValue, wrong } from '../fields/reading.ts'
import type { FieldDefinition } from '../fields/spec.ts'
import { addressIn } from './address.ts'
import { type CellReading, cellWords, type FileCell, isEmptyCell, type NamedKind } from './cell.ts'
import { dayFromCell, timeFromCell } from './days.ts'
import { booleanFromCell, numberFromCell } from './number.ts'
import { alongPath, type Called, calledSo, severalOf } from './options.ts'

/**
 * What a cell of a file means for a field: the value as it would be sent for it, null for an empty cell, or what is wrong
 * with it. The field's own reading (`readValue`) still has its say.
 */
export function fieldFromCell(
  { spec }: Pick<FieldDefinition, 'spec'>,
  cell: FileCell,
  reading: CellReading,
): ReadValue {
  if (isEmptyCell(cell)) return ok(null)
  if (cell && 'error' in cell) return wrong('cell.error', { value: cell.error })
  const text = cellWords(cell).trim()
  switch (spec.kind) {
    case 'number':
      return numberFromCell(cell, spec.unit)
    case 'amount':
      return numberFromCell(cell)
    case 'date':
      return dayFromCell(cell)
    case 'time':
      return timeFromCell(cell, reading.zone)
    case 'boolean':
      return booleanFromCell(cell)
    case 'choice':
      return oneOf(calledSo(spec.options, text), text, spec.options, reading)
    case 'choices': {
      const read = severalOf(spec.options, text)
      return 'keys' in read ? ok(read.keys) : wrong('field.option', optionParams(read.unknown, spec.options, reading))
    }
    case 'cascade':
      return oneOf(alongPath(spec.branches, text), text, spec.branches, reading)
    case 'person':
      return namedFromCell('agent', text, reading)
    case 'department':
    case 'customer':
      return namedFromCell(spec.kind, text, reading)
    case 'address': {
      const address = addressIn(text, spec, reading)
      if (address.region.length === 0) return wrong('cell.region', { value: text.slice(0, 60) })
      return ok(spec.detail || address.detail === null ? address : { region: address.region })
    }
    case 'location':
      return locationIn(text)
    case 'richText':
      return ok(htmlOf(text))
    case 'longText':
      return ok(cellWords(cell))
    case 'text':
    case 'reference':
    case 'phone':
      return ok(text)
    case 'files':
    case 'pictures':
    case 'formula':
    case 'rows':
      return wrong('cell.kind')
  }
}

/** Somebody or something by name, number or path: exactly one must be meant. */
export function namedFromCell(kind: NamedKind, text: string, reading: Pick<CellReading, 'named'>): ReadValue {
  const [id, ...others] = reading.named(kind, text)
  if (id === undefined) return wrong(`cell.unknown.${kind}`, { value: text.slice(0, 60) })
  return others.length > 0 ? wrong(`cell.several.${kind}`, { value: text.slice(0, 60) }) : ok(id)
}

function oneOf(
  [key, ...others]: string[],
  said: string,
  options: readonly Called[],
  reading: Pick<CellReading, 'locale'>,
): ReadValue {
  if (key === undefined) return wrong('field.option', optionParams(said, options, reading))
  return others.length > 0 ? wrong('cell.severalOptions', { value: said.slice(0, 60) }) : ok(key)
}

/** What could be written instead. */
export const optionParams = (said: string, options: readonly Called[], { locale }: Pick<CellReading, 'locale'>) => ({
  value: said.slice(0, 60),
  options: options
    .filter(({ archived }) => !archived)
    .slice(0, 20)
    .map(({ name, nameEn }) => (locale === 'en' ? (nameEn ?? name) : name))
    .join(locale === 'en' ? ', ' : '、'),
})

const place = /^(?:(.*?)\s*\()?\s*(-?\d{1,3}(?:\.\d+)?)\s*[,\s]\s*(-?\d{1,2}(?:\.\d+)?)\s*\)?$/s

/** `113.93, 22.5` or `门店 (113.93, 22.5)`: longitude before latitude. */
function locationIn(text: string): ReadValue {
  const [, name = '', longitude, latitude] = place.exec(text.normalize('NFKC')) ?? []
  if (longitude === undefined) return wrong('cell.location', { value: text.slice(0, 60) })
  return ok({ longitude: Number(longitude), latitude: Number(latitude), name: name.trim() || null })
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const htmlOf = (text: string): string =>
  text
    .split(/\r?\n/)
    .map(line => `<p>${line.replace(/[&<>]/g, letter => entities[letter] ?? letter)}</p>`)
    .join('')
