import {
  type Called,
  type CellReading,
  type CustomerImportColumn,
  calledSo,
  cellWords,
  type FileCell,
  fieldFromCell,
  fold,
  isEmptyCell,
  optionParams,
  type ReadValue,
  wordIn,
} from '@baton/contract'
import type { Picture } from '../../../kernel/configuration.ts'
import type { FieldProblem } from '../../../kernel/problems.ts'
import type { Row } from '../../../kernel/steps.ts'
import { normalise, readPhone } from '../../customers/index.ts'
import { definitions } from '../../fields/index.ts'
import type { ImportRequest } from '../request.ts'
import { mailsIn, phonesIn } from './points.ts'

/** A row as `customer.create` takes it, and what is wrong with its cells, each by the column's name in the API. */
export interface ReadCustomerRow {
  input: Row & { fields?: Row; phones?: string[]; emails?: string[] }
  problems: FieldProblem[]
}

/** Reads the cells of a row by the mapping; of an empty one it says nothing. Pure. */
export function readCustomerRow(
  cells: readonly FileCell[],
  { mapping }: Pick<ImportRequest, 'mapping'>,
  picture: Picture,
  reading: CellReading,
): ReadCustomerRow {
  const input: ReadCustomerRow['input'] = {}
  const problems: FieldProblem[] = []
  const own = picture.of(definitions).of('customer')
  for (const { column, field } of mapping) {
    const cell = cells[column - 1] ?? null
    if (isEmptyCell(cell) || field === 'number') continue
    const key = field.startsWith('fields.') ? field.slice('fields.'.length) : undefined
    const named = key === undefined ? undefined : own.byKey(key)
    const read = named
      ? fieldFromCell(named, cell, reading)
      : partFromCell(field as CustomerImportColumn, cell, reading)
    if ('problems' in read) problems.push(...read.problems.map(({ at, ...rest }) => ({ ...rest, path: field + at })))
    else if (key === undefined) input[field] = read.value
    else input.fields = { ...input.fields, [key]: read.value }
  }
  return { input, problems }
}

/** The column that a problem of the verb's input is about: `phones.1` is the phones'. */
export const columnOf = (path: string): string =>
  path.startsWith('fields.') ? path.split('.').slice(0, 2).join('.') : (path.split('.')[0] ?? path)

const ok = (value: unknown): ReadValue => ({ value })
const wrong = (code: string, params: Row = {}): ReadValue => ({ problems: [{ at: '', code, params }] })

function partFromCell(field: CustomerImportColumn, cell: FileCell, reading: CellReading): ReadValue {
  if (cell && 'error' in cell) return wrong('cell.error', { value: cell.error })
  const text = cellWords(cell).trim()
  switch (field) {
    case 'phones': {
      const phones = phonesIn(text)
      return phones.every(one => readPhone(one)) ? ok(phones) : wrong('phone.invalid')
    }
    case 'emails': {
      const emails = mailsIn(text)
      return emails.every(one => normalise('email', one)) ? ok(emails) : wrong('format')
    }
    case 'salutation':
      return salutationIn(text, reading)
    case 'note':
      return ok(cellWords(cell))
    case 'number':
    case 'externalId':
    case 'name':
    case 'company':
    case 'level':
      return ok(text)
  }
}

const salutations = ['mr', 'ms'] as const

/** What other systems call it. */
const meant: Readonly<Record<string, (typeof salutations)[number]>> = {
  男: 'mr',
  男士: 'mr',
  male: 'mr',
  m: 'mr',
  'mr.': 'mr',
  女: 'ms',
  小姐: 'ms',
  female: 'ms',
  f: 'ms',
  'ms.': 'ms',
  mrs: 'ms',
  'mrs.': 'ms',
  miss: 'ms',
}

function salutationIn(text: string, reading: CellReading): ReadValue {
  const word = (locale: string, key: string) => wordIn(locale, 'salutation', key) ?? key
  const options = salutations.map((key): Called => ({ key, name: word('zh-CN', key), nameEn: word('en', key) }))
  const key = calledSo(options, text)[0] ?? meant[fold(text)]
  return key === undefined ? wrong('cell.unknown.salutation', optionParams(text, options, reading)) : ok(key)
}
