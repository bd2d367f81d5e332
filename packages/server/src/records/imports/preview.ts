import { cellWords, headerRowOf, suggestedMapping } from '@baton/contract'
import { invalidField, Problem } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import type { OpenTable, ReadRow } from '../../kernel/tables/index.ts'
import { freeFiles } from '../files/index.ts'
import { brought, mayImport } from './all.ts'
import { mappedBefore } from './before.ts'
import type { ImportRequest } from './request.ts'
import { cellsInWords, cellsOf, withTable } from './source.ts'
import type { ImportTarget } from './target.ts'

/** Rows among which the headers are looked for, and rows that are shown. */
const first = 20
const samples = 3
/** A very long file need not be counted to its end before one sees what stands in it. Milliseconds. */
const countsFor = 1500

/** What stands in a file, and what its columns most likely are: as they were the last time, else by what they are called. */
export const previewImport = read(
  'import.preview',
  async (reading, { of, fileId, sheet: wanted, headerRow, templateId }) => {
    mayImport(reading, of)
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
      const targets = brought[of].targets(reading, templateId)
      const header = headerRow ?? headerRowOf(head, targets)
      const beneath = head.filter(({ n }) => n > header)
      const width = Math.max(0, ...head.map(({ cells }) => cells.length))
      const titles = cellsInWords(head.find(({ n }) => n === header)?.cells ?? [])
      const headers = Array.from({ length: width }, (_, at) => titles[at] ?? '')
      const before = await mappedBefore(reading, of, titles)
      const suggested = suggestedFor(headers, targets, before)
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

/** As these columns were mapped the last time; those that have come since, and all of a new file, by what they are called. */
function suggestedFor(
  headers: readonly string[],
  targets: readonly ImportTarget[],
  before: Pick<ImportRequest, 'mapping' | 'headers'> | undefined,
): (string | undefined)[] {
  const known = before?.headers.length ?? 0
  const mapped = (before?.mapping ?? []).filter(({ field }) => targets.some(target => target.field === field))
  const free = targets.filter(({ field }) => !mapped.some(one => one.field === field))
  const others = suggestedMapping(headers.slice(known), free)
  return headers.map((_, at) =>
    at < known ? mapped.find(({ column }) => column === at + 1)?.field : others[at - known],
  )
}

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
