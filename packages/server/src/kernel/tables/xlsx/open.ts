import { damaged, type OpenTable, type ReadRow, TableProblem } from '../table.ts'
import { type Book, type BookSheet, readBook } from './book.ts'
import { openParts, type Parts } from './parts.ts'
import { readSheet } from './sheet.ts'
import { readStrings, type Strings } from './strings.ts'

/** Unpacked bytes of a sheet and of the strings that sheets share; the latter stay in memory. */
const most = { sheet: 2 * 2 ** 30, strings: 200 * 2 ** 20 }

export async function openXlsx(file: string, name: string): Promise<OpenTable> {
  const book = await inParts(file, readBook)
  const closing = new AbortController()
  let strings: Promise<Strings> | undefined
  return {
    kind: 'xlsx',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    async *rows(index, signal) {
      const sheet = book.sheets[index]
      if (!sheet) throw new RangeError(`no sheet ${index}`)
      const ends = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      ends.throwIfAborted()
      try {
        // Read once for all readings, so that none of them may break it off for the others.
        strings ??= inParts(file, parts => sharedStrings(parts, book, closing.signal))
        yield* sheetRows(file, sheet, book, await strings, ends)
      } catch (error) {
        ends.throwIfAborted()
        throw damaged(error, name)
      }
    },
    async close() {
      closing.abort()
      strings = undefined
    },
  }
}

async function* sheetRows(
  file: string,
  sheet: BookSheet,
  book: Book,
  strings: Strings,
  signal: AbortSignal,
): AsyncGenerator<ReadRow> {
  signal.throwIfAborted()
  // The file closes with the stream then, even if the signal comes while nobody asks for the next row.
  const bytes = await inParts(file, parts => parts.read(sheet.part, most.sheet, signal))
  yield* readSheet(bytes, { ...book, strings })
}

async function sharedStrings(parts: Parts, { stringsPart }: Book, signal: AbortSignal): Promise<Strings> {
  return readStrings(parts.has(stringsPart) ? await parts.read(stringsPart, most.strings, signal) : undefined)
}

async function inParts<T>(file: string, use: (parts: Parts) => Promise<T>): Promise<T> {
  const parts = await openParts(file)
  try {
    if (parts.encrypted) throw new TableProblem('table.encrypted')
    return await use(parts)
  } finally {
    parts.close()
  }
}
