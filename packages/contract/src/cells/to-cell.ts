import { offsetAt } from '../conditions/zone.ts'
import type { FieldDefinition } from '../fields/spec.ts'
import { fieldText, type Wording } from '../fields/text.ts'
import type { FileCell } from './cell.ts'

/**
 * A field's value for a file: numbers as numbers, days as days, times as the clocks of the wording's zone show them, all
 * else in words that `fieldFromCell` reads back. Null for nothing.
 */
export function fieldToCell(field: Pick<FieldDefinition, 'spec'>, value: unknown, wording: Wording): FileCell {
  if (value === null || value === undefined) return null
  const { kind } = field.spec
  if (typeof value === 'number' && (kind === 'number' || kind === 'amount' || kind === 'formula'))
    return { number: value, text: String(value) }
  if (kind === 'date') return { date: String(value) }
  if (kind === 'time') return momentCell(typeof value === 'number' ? value : Date.parse(String(value)), wording.zone)
  // With its lines, which lists do not have.
  if (kind === 'longText') return textCell(String(value))
  if (kind === 'location') return textCell(locationText(value))
  return textCell(fieldText(field, value, wording))
}

/** An instant to the second, as the clocks of a zone show it. */
export function momentCell(at: number, zone: string): FileCell {
  if (Number.isNaN(at)) return null
  return { moment: new Date(at + offsetAt(at, zone)).toISOString().slice(0, 19) }
}

export const textCell = (text: string): FileCell => (text === '' ? null : { text })

function locationText(value: unknown): string {
  const { longitude, latitude, name } = value as { longitude: number; latitude: number; name: string | null }
  return name ? `${name} (${longitude}, ${latitude})` : `${longitude}, ${latitude}`
}
