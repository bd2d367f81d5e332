import {
  alongPath,
  type Called,
  type CellReading,
  calledSo,
  cellWords,
  channels,
  type FileCell,
  fieldFromCell,
  type ImportColumn,
  isEmptyCell,
  namedFromCell,
  optionParams,
  type ReadValue,
  timeFromCell,
  urgencies,
  wordIn,
} from '@baton/contract'
import type { Picture } from '../../../kernel/configuration.ts'
import type { FieldProblem } from '../../../kernel/problems.ts'
import type { Row } from '../../../kernel/steps.ts'
import { categories, requestTypes } from '../../categories/index.ts'
import { definitions } from '../../fields/index.ts'
import { templates } from '../../templates/index.ts'
import type { TicketRequest } from '../request.ts'

/** A row as `ticket.open` takes it, and what is wrong with its cells, each by the column's name in the API. */
export interface ReadImportRow {
  input: Row & { requester?: Row; fields?: Row }
  problems: FieldProblem[]
}

/** Reads the cells of a row by the mapping; what it does not say is left to the defaults. Pure. */
export function readImportRow(
  cells: readonly FileCell[],
  { mapping, defaults }: Pick<TicketRequest, 'mapping' | 'defaults'>,
  picture: Picture,
  reading: CellReading,
): ReadImportRow {
  const { categoryId, ...given } = defaults
  const input: ReadImportRow['input'] = { ...given, ...(categoryId && { category: categoryId }) }
  const problems: FieldProblem[] = []
  const own = picture.of(definitions).of('ticket')
  for (const { column, field } of mapping) {
    const cell = cells[column - 1] ?? null
    if (isEmptyCell(cell)) continue
    const named = field.startsWith('fields.') ? own.byKey(field.slice('fields.'.length)) : undefined
    const read = named
      ? fieldFromCell(named, cell, reading)
      : partFromCell(field as ImportColumn, cell, picture, reading)
    if ('problems' in read)
      problems.push(...read.problems.map(({ at, ...rest }) => ({ ...rest, path: `${field}${at}` })))
    else if (field !== 'sourceNumber') put(input, field, read.value)
  }
  // Whoever names a handler means that person, wherever the defaults would have put it, and the other way round.
  const says = (field: string) => mapping.some(one => one.field === field && !isEmptyCell(cells[one.column - 1]))
  if (says('assigneeId') && !says('departmentId')) delete input.departmentId
  if (says('departmentId') && !says('assigneeId')) delete input.assigneeId
  if (input.subject === undefined) {
    const { usual, byId } = picture.of(templates)
    const opens = (byId(String(input.templateId ?? '')) ?? usual('ticket')).opens
    if (opens.subject) input.subject = opens.subject
  }
  return { input, problems }
}

/** Where a column's value stands in the verb's input. */
const places: Partial<Record<string, string>> = {
  'customer.name': 'requester.name',
  'customer.phone': 'requester.phone',
  'customer.email': 'requester.email',
  'customer.externalId': 'requester.externalId',
  'customer.number': 'customerId',
  categoryId: 'category',
}

function put(input: ReadImportRow['input'], field: string, value: unknown): void {
  const [first = '', second] = (places[field] ?? field).split('.')
  if (second === undefined) input[first] = value
  else input[first] = { ...(input[first] as Row | undefined), [second]: value }
}

/** The column that a problem of the verb's input is about. */
export function columnOf(path: string): string {
  const found = Object.entries(places).find(([, place]) => path === place || path.startsWith(`${place}.`))
  if (found) return found[0]
  return path.startsWith('fields.') ? path.split('.').slice(0, 2).join('.') : (path.split('.')[0] ?? path)
}

const ok = (value: unknown): ReadValue => ({ value })
const unknown = (what: string, params: Row): ReadValue => ({
  problems: [{ at: '', code: `cell.unknown.${what}`, params }],
})
const said = (text: string) => ({ value: text.slice(0, 60) })

function partFromCell(field: ImportColumn, cell: FileCell, picture: Picture, reading: CellReading): ReadValue {
  if (cell && 'error' in cell) return { problems: [{ at: '', code: 'cell.error', params: { value: cell.error } }] }
  const text = cellWords(cell).trim()
  switch (field) {
    case 'departmentId':
      return namedFromCell('department', text, reading)
    case 'assigneeId':
      return namedFromCell('agent', text, reading)
    case 'customer.number':
      return namedFromCell('customer', text, reading)
    case 'categoryId': {
      const [id, ...others] = alongPath(categoryNodes(picture), text)
      if (id === undefined) return unknown('category', said(text))
      return others.length > 0 ? { problems: [{ at: '', code: 'cell.several.category', params: said(text) }] } : ok(id)
    }
    case 'urgency':
      return choiceIn('urgency', urgencies, text, reading)
    case 'channel':
      return choiceIn('channel', channels, text, reading)
    case 'requestType': {
      const types = picture.of(requestTypes).all
      const [key] = calledSo(
        types.map(type => ({
          key: type.key,
          name: type.name_zh,
          nameEn: type.name_en,
          archived: type.archived_at !== null,
        })),
        text,
      )
      return key === undefined ? unknown('requestType', said(text)) : ok(key)
    }
    case 'templateId': {
      const all = picture.of(templates).all.filter(({ of }) => of === 'ticket')
      const [id] = calledSo(
        all.map(({ id, name, nameEn, archived }) => ({ key: id, name, nameEn, archived })),
        text,
      )
      return id === undefined ? unknown('template', said(text)) : ok(id)
    }
    case 'submittedAt':
      return timeFromCell(cell, reading.zone)
    case 'tags':
      return ok([...new Set(text.split(/\s*[、,，;；|\n]\s*/).filter(Boolean))])
    case 'body':
    case 'note':
      return ok(cellWords(cell))
    case 'sourceNumber':
    case 'subject':
    case 'customer.name':
    case 'customer.phone':
    case 'customer.email':
    case 'customer.externalId':
      return ok(text)
  }
}

const categoryNodes = (picture: Picture): Called[] =>
  picture.of(categories).all.map(({ id, name, parentId, archived }) => ({ key: id, name, parent: parentId, archived }))

/** One of the desk's fixed choices by its word in either language, or its key. */
function choiceIn(
  section: 'urgency' | 'channel',
  keys: readonly string[],
  text: string,
  reading: CellReading,
): ReadValue {
  const word = (locale: string, key: string) => wordIn(locale, section, key) ?? key
  const options = keys.map((key): Called => ({ key, name: word('zh-CN', key), nameEn: word('en', key) }))
  const [key] = calledSo(options, text)
  return key === undefined ? unknown(section, optionParams(text, options, reading)) : ok(key)
}
