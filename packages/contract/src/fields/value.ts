import { isDecimal } from '../conditions/decimal.ts'
import { instantOfText, isDay, isId } from '../conditions/value.ts'
import { rounded } from './formula/index.ts'
import { isIdCard } from './id-card.ts'
import { readAddress, readLocation } from './places.ts'
import { control, isObject, type Known, ok, type ReadValue, readLine, type ValueProblem, wrong } from './reading.ts'
import { decimalsOf, type FieldColumn, type FieldDefinition, type FieldOption, type SpecOf } from './spec.ts'

export type { Known, ReadValue, ValueProblem } from './reading.ts'

/** A value as it will be kept; nothing (null, empty text, an empty list) is null. Says what is wrong with another. */
export function readValue({ spec }: Pick<FieldDefinition, 'spec'>, sent: unknown, known: Known): ReadValue {
  if (sent === null || sent === '' || (Array.isArray(sent) && sent.length === 0)) return ok(null)
  switch (spec.kind) {
    case 'text':
      return readText(sent, spec)
    case 'longText':
      return readLines(sent, spec.most)
    case 'richText':
      return readRich(sent, known)
    case 'number':
      return readNumber(sent, spec.decimals, spec)
    case 'amount':
      return readNumber(sent, decimalsOf(spec.currency), spec)
    case 'date':
      return typeof sent === 'string' && isDay(sent) ? ok(sent) : wrong('field.date')
    case 'time':
      return readTime(sent)
    case 'choice':
      return isChoosable(sent, spec.options) ? ok(sent) : wrong('field.option', optionParams(sent, spec.options))
    case 'choices':
      return readChoices(sent, spec)
    case 'cascade':
      return readBranch(sent, spec)
    case 'boolean':
      return typeof sent === 'boolean' ? ok(sent) : wrong('field.boolean')
    case 'person':
      return readRecord('agent', sent, known)
    case 'department':
      return readRecord('department', sent, known)
    case 'customer':
      return readRecord('customer', sent, known)
    case 'reference':
      return readLine(sent, 200)
    case 'phone':
      return readPhone(sent, known)
    case 'address':
      return readAddress(sent, spec, known)
    case 'location':
      return readLocation(sent)
    case 'files':
    case 'pictures':
      return readFiles(sent, spec.most, known)
    case 'formula':
      return wrong('field.formula')
    case 'rows':
      return readRows(sent, spec)
  }
}

function readText(sent: unknown, { most, format }: SpecOf<'text'>): ReadValue {
  const read = readLine(sent, most)
  if (!('value' in read) || read.value === null || fits[format](String(read.value))) return read
  return wrong(`field.format.${format}`)
}

const fits: Readonly<Record<SpecOf<'text'>['format'], (text: string) => boolean>> = {
  any: () => true,
  digits: text => /^\d+$/.test(text),
  code: text => /^[A-Za-z0-9_-]+$/.test(text),
  email: text => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/.test(text),
  url: text => /^https?:\/\/\S+$/.test(text) && URL.canParse(text),
  idCard: isIdCard,
}

function readLines(sent: unknown, most: number): ReadValue {
  if (typeof sent !== 'string') return wrong('field.text')
  if (sent.trim() === '') return ok(null)
  if (!sent.isWellFormed() || control.test(sent.replace(/[\n\r\t]/g, ''))) return wrong('text.control')
  return [...sent].length > most ? wrong('field.tooLong', { most }) : ok(sent)
}

const longestHtml = 50_000

function readRich(sent: unknown, { clean }: Known): ReadValue {
  if (typeof sent !== 'string') return wrong('field.text')
  if (sent.length > longestHtml) return wrong('field.tooLong', { most: longestHtml })
  if (!sent.isWellFormed() || sent.includes('\0')) return wrong('text.control')
  const html = clean(sent)
  return ok(plainOf(html) === '' ? null : html)
}

/** The words of rich text, as one finds them. */
export const plainOf = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/li|\/div|\/h\d|\/tr)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim()

/** Exact as far as doubles are: fifteen digits. More are refused rather than bent. */
function readNumber(
  sent: unknown,
  decimals: number,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): ReadValue {
  const given = typeof sent === 'string' ? sent.trim() : sent
  if (!isDecimal(given)) return wrong('field.number')
  const value = Number(given)
  if (Math.abs(value) >= 1e15) return wrong('field.numberTooLarge')
  if (rounded(value, decimals) !== value) return wrong('field.decimals', { decimals })
  if (min !== undefined && value < min) return wrong('field.tooSmall', { min })
  if (max !== undefined && value > max) return wrong('field.tooLarge', { max })
  return ok(value)
}

/** Kept as milliseconds; read as they, or as ISO 8601 with offset. */
function readTime(sent: unknown): ReadValue {
  const at = typeof sent === 'string' ? instantOfText(sent) : sent
  return typeof at === 'number' && Number.isInteger(at) && Math.abs(at) <= 253_402_214_400_000
    ? ok(at)
    : wrong('field.time')
}

const isChoosable = (sent: unknown, options: readonly FieldOption[]): boolean =>
  options.some(({ key, archived }) => key === sent && !archived)

const optionParams = (sent: unknown, options: readonly FieldOption[]) => ({
  value: String(sent).slice(0, 60),
  options: options
    .filter(({ archived }) => !archived)
    .slice(0, 20)
    .map(({ key }) => key)
    .join(', '),
})

function readChoices(sent: unknown, { options, most }: SpecOf<'choices'>): ReadValue {
  if (!Array.isArray(sent)) return wrong('field.list')
  const problems = sent.flatMap((one, at) =>
    isChoosable(one, options) ? [] : [{ at: `.${at}`, code: 'field.option', params: optionParams(one, options) }],
  )
  if (problems.length > 0) return { problems: problems.slice(0, 20) }
  const chosen = options.filter(({ key }) => sent.includes(key)).map(({ key }) => key)
  return most !== undefined && chosen.length > most ? wrong('field.tooMany', { most }) : ok(chosen)
}

/** By the key of the branch or by the keys from the root down: kept as the latter. */
function readBranch(sent: unknown, { branches, leafOnly }: SpecOf<'cascade'>): ReadValue {
  const byKey = new Map(branches.map(branch => [branch.key, branch]))
  const last = Array.isArray(sent) ? sent.at(-1) : sent
  const branch = typeof last === 'string' ? byKey.get(last) : undefined
  const path: string[] = []
  for (let at = branch; at; at = at.parent === undefined ? undefined : byKey.get(at.parent)) {
    if (at.archived) return wrong('field.option', optionParams(last, branches))
    path.unshift(at.key)
  }
  if (!branch || (Array.isArray(sent) && sent.join('\0') !== path.join('\0')))
    return wrong('field.option', optionParams(last, branches))
  const hasMore = branches.some(({ parent, archived }) => parent === branch.key && !archived)
  return leafOnly && hasMore ? wrong('field.leafOnly') : ok(path)
}

function readRecord(kind: string, sent: unknown, { exists }: Known): ReadValue {
  if (typeof sent !== 'string' || !isId(sent)) return wrong('condition.id')
  const id = sent.toLowerCase()
  return exists(kind, id) ? ok(id) : wrong('unknown_id')
}

function readPhone(sent: unknown, { phone }: Known): ReadValue {
  const kept = typeof sent === 'string' && sent.length <= 60 ? phone(sent) : undefined
  return kept === undefined ? wrong('phone.invalid') : ok(kept)
}

function readFiles(sent: unknown, most: number, { exists }: Known): ReadValue {
  if (!Array.isArray(sent)) return wrong('field.list')
  if (sent.length > most) return wrong('field.tooMany', { most })
  const ids = sent.map(one => (typeof one === 'string' && isId(one) ? one.toLowerCase() : ''))
  const problems = ids.flatMap((id, at) =>
    id === '' || !exists('file', id) || ids.indexOf(id) !== at ? [{ at: `.${at}`, code: 'attachment.used' }] : [],
  )
  return problems.length > 0 ? { problems } : ok(ids)
}

/** `[{sku: 'A1', quantity: 2}]`: what a row does not say is not kept. */
function readRows(sent: unknown, { columns, most }: SpecOf<'rows'>): ReadValue {
  if (!Array.isArray(sent)) return wrong('field.list')
  if (sent.length > most) return wrong('field.tooMany', { most })
  const problems: ValueProblem[] = []
  const rows = sent.map((row, at) => {
    if (
      !isObject(
        row,
        columns.map(({ key }) => key),
      )
    ) {
      problems.push({ at: `.${at}`, code: 'field.row' })
      return {}
    }
    return Object.fromEntries(
      columns.flatMap(column => {
        const read = readCell(row[column.key] ?? null, column)
        if ('problems' in read) problems.push(...read.problems.map(one => ({ ...one, at: `.${at}.${column.key}` })))
        else if (read.value !== null) return [[column.key, read.value]]
        else if (column.required) problems.push({ at: `.${at}.${column.key}`, code: 'required' })
        return []
      }),
    )
  })
  return problems.length > 0 ? { problems: problems.slice(0, 50) } : ok(rows)
}

/** A cell is a small field of its own. */
export function readCell(sent: unknown, { kind, decimals = 2, options = [] }: FieldColumn): ReadValue {
  if (sent === null || sent === '') return ok(null)
  switch (kind) {
    case 'text':
      return readLine(sent, 500)
    case 'number':
    case 'amount':
      return readNumber(sent, kind === 'amount' ? 2 : decimals, {})
    case 'date':
      return typeof sent === 'string' && isDay(sent) ? ok(sent) : wrong('field.date')
    case 'choice':
      return isChoosable(sent, options) ? ok(sent) : wrong('field.option', optionParams(sent, options))
    case 'boolean':
      return typeof sent === 'boolean' ? ok(sent) : wrong('field.boolean')
  }
}
