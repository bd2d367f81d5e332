import { readChoice } from './choices.ts'
import { readBoolean, readDate, readLine, readNumber } from './plain-values.ts'
import { isObject, ok, type ReadValue, type ValueProblem, wrong } from './reading.ts'
import type { FieldColumn, SpecOf } from './spec.ts'

/** `[{sku: 'A1', quantity: 2}]`: what a row does not say is not kept. */
export function readRows(sent: unknown, { columns, most }: SpecOf<'rows'>): ReadValue {
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
      return readDate(sent)
    case 'choice':
      return readChoice(sent, options)
    case 'boolean':
      return readBoolean(sent)
  }
}
