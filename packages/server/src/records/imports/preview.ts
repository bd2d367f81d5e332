import { cellWords, type FileCell, headerRowOf, suggestedMapping } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { forbidden, invalidField, Problem } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import type { OpenTable, ReadRow } from '../../kernel/tables/index.ts'
import { freeFiles } from '../files/index.ts'
import { mappedBefore } from './before.ts'
import type { ImportRequest } from './request.ts'
import { cellsOf, withTable } from './source.ts'
import { type ImportTarget, targetsOf } from './targets.ts'

/** Rows among which the headers are looked for, and rows that are shown. */
const first = 20
const samples = 3
/** A very long file need not be counted to its end before one sees what stands in it. Milliseconds. */
const countsFor = 1500

/** What stands in a file, and what its columns most likely are: as they were the last time, else by what they are called. */
export const previewImport = read(
  'import.preview',
  async (reading, { fileId, sheet: wanted, headerRow, templateId }) => {
    mayImport(reading)
    const { db, caller } = reading
    const free = (await freeFiles(db, [fileId], caller)).has(fileId)
    const found = await (free ? withTable(reading, fileId, look) : undefined)
    if (!found) throw invalidField('fileId', 'import.file')
    return found

    async function look(table: OpenTable, name: string) {
      const sheet =
        wanted ??
        Math.max(
          0,
          table.sheets.findIndex(({ hidden }) => !hidden),
        )
      if (sheet >= table.sheets.length) throw new Problem(422, 'import.sheet', { name })
      const { head, count, isMore } = await skim(table, sheet)
      const targets = targetsOf(reading, templateId)
      const header = headerRow ?? headerRowOf(head, targets)
      const beneath = head.filter(({ n }) => n > header)
      const width = Math.max(0, ...head.map(({ cells }) => cells.length))
      const titles = cellsInWords(head.find(({ n }) => n === header)?.cells ?? [])
      const headers = Array.from({ length: width }, (_, at) => titles[at] ?? '')
      const before = await mappedBefore(reading, titles)
      const suggested = before
        ? headers.map((_, at) => fieldBefore(before.mapping, at + 1, targets))
        : suggestedMapping(headers, targets)
      const above = head.filter(({ n }) => n <= header).length
      return {
        id: fileId,
        name,
        kind: table.kind,
        sheets: table.sheets.map(({ name, hidden }) => ({ name, hidden })),
        sheet,
        headerRow: header,
        columns: headers.map((text, at) => ({
          column: at + 1,
          letter: letterOf(at),
          header: text,
          samples: beneath.flatMap(({ cells }) => cellWords(cells[at] ?? null) || []).slice(0, samples),
          suggested: suggested[at] ?? null,
        })),
        rows: beneath
          .slice(0, first)
          .map(({ n, cells }) => ({ n, cells: headers.map((_, at) => cellWords(cells[at] ?? null)) })),
        rowCount: count - above,
        isMore,
        targets: targets.map(({ field, name, required, unique }) => ({ field, name, required, unique })),
        suggestedKey: before ? (before.key?.columns ?? []) : keyAmong(suggested, targets),
      }
    }
  },
)

/** Whoever may bring tickets by files. */
export function mayImport({ caller }: Pick<Reading, 'caller'>): void {
  if (caller.grants.may('ticket.import') === false) throw forbidden('ticket.import')
}

export const cellsInWords = (cells: readonly FileCell[]): string[] => cells.map(cell => cellWords(cell).trim())

async function skim(table: OpenTable, sheet: number): Promise<{ head: ReadRow[]; count: number; isMore: boolean }> {
  const head: ReadRow[] = []
  const until = performance.now() + countsFor
  let count = 0
  for await (const { n, cells } of table.rows(sheet)) {
    // Headers among the first, and as many rows beneath the last of them.
    if (head.length < first * 2) head.push({ n, cells: cellsOf(cells, table.kind) })
    count++
    if (count % 1000 === 0 && performance.now() > until) return { head: head.slice(0, first * 2), count, isMore: true }
  }
  return { head, count, isMore: false }
}

const fieldBefore = (mapping: ImportRequest['mapping'], at: number, targets: readonly ImportTarget[]) =>
  mapping.find(({ column, field }) => column === at && targets.some(target => target.field === field))?.field

/** A column that no two rows share: the number in the system before, else a field that is each ticket's own. */
function keyAmong(suggested: readonly (string | undefined)[], targets: readonly ImportTarget[]): number[] {
  const unique = targets.filter(target => target.unique).map(({ field }) => field)
  const field = unique.find(one => suggested.includes(one))
  return field === undefined ? [] : [suggested.indexOf(field) + 1]
}

/** A … Z, AA … */
function letterOf(at: number): string {
  const before = Math.floor(at / 26)
  return (before > 0 ? letterOf(before - 1) : '') + String.fromCharCode(65 + (at % 26))
}
