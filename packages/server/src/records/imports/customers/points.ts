import { cellWords, type FileCell } from '@baton/contract'
import { normalise, type Point, readPhone } from '../../customers/index.ts'
import type { ImportRequest } from '../request.ts'

type Mapped = Pick<ImportRequest, 'mapping'>

/** The contact points of a row, those that weigh most first; what cannot be a key is none of them. */
export function pointsOf(cells: readonly FileCell[], { mapping }: Mapped): Point[] {
  const said = (field: string) => wordsOf(cells, { mapping }, field)
  return [
    normalise('external', said('externalId')),
    ...mailsIn(said('emails')).map(text => normalise('email', text)),
    ...phonesIn(said('phones')).map(text => normalise('phone', text)),
  ].filter(point => point !== undefined)
}

/** What stands in the column that is the field. */
export function wordsOf(cells: readonly FileCell[], { mapping }: Mapped, field: string): string {
  const column = mapping.find(one => one.field === field)?.column
  return column === undefined ? '' : cellWords(cells[column - 1] ?? null).trim()
}

export const mailsIn = (text: string): string[] => partsOf(text, /[\s、,;|/]+/)

/** Several numbers in one cell, however they stand apart; an extension stays with its number. */
export const phonesIn = (text: string): string[] =>
  partsOf(text, betweenPhones).flatMap(part => {
    const words = part.split(/\s+/)
    return words.length > 1 && words.every(isWhole) ? words : [part]
  })

/** Behind a comma, a semicolon or a slash a few digits, `转` and `ext` are an extension. */
const betweenPhones = /[、|\n]|[,;/](?!\s*(?:ext|转|轉|分机|分機|内线|x|#|\d{1,6}(?!\d|[*-])))/i

/** `138 0013 8000` is one number: none of its parts is one. */
const isWhole = (word: string): boolean => (readPhone(word)?.key ?? null) !== null

const partsOf = (text: string, between: RegExp): string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .split(between)
      .map(part => part.trim())
      .filter(Boolean),
  ),
]
