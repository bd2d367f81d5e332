import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { damaged, type OpenTable, type ReadCell, type ReadRow, rowOf, TableProblem } from '../table.ts'
import { dialectOf } from './dialect.ts'
import { decoded, type Encoding, encodingOf } from './encoding.ts'

/** A record longer than this is a quote that was never closed, rather than a row. Bytes. */
const longestRecord = 8 * 2 ** 20

export async function openCsv(file: string, name: string): Promise<OpenTable> {
  const encoding = await encodingOf(file)
  const dialect = await dialectOf(file, encoding, name)
  const closing = new AbortController()
  return {
    kind: 'csv',
    sheets: [{ name: '', hidden: false }],
    async *rows(_sheet, signal) {
      const ends = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      ends.throwIfAborted()
      try {
        yield* records(file, encoding, dialect, ends)
      } catch (error) {
        ends.throwIfAborted()
        throw damaged(error, name)
      }
    },
    async close() {
      closing.abort()
    },
  }
}

async function* records(
  file: string,
  encoding: Encoding,
  { delimiter, skip }: { delimiter: string; skip: number },
  signal: AbortSignal,
): AsyncGenerator<ReadRow> {
  const parser = parse({
    delimiter,
    // Some exporters never heard of quoting; a quote inside a field is a letter then.
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRecord,
  })
  const source = createReadStream(file)
  const flow = pipeline(source, bytes => decoded(bytes, encoding, skip), parser, { signal })
  // Whatever fails there destroys the parser, which tells it below.
  flow.catch(() => {})
  let n = 0
  try {
    for await (const fields of parser as AsyncIterable<string[]>) {
      const row = rowOf(++n, fields.map(cellOf))
      if (row) yield row
    }
  } catch (error) {
    throw quoteProblem(error, n + 1) ?? error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

/** No number is longer; a regular expression would be short of memory with some millions of letters. */
const longestFormula = 32_767

/** Excel's users write ="00123" to keep the zeros. */
function cellOf(field: string): ReadCell {
  if (field === '') return null
  if (!field.startsWith('="') || field.length > longestFormula) return { text: field }
  const inner = /^="((?:[^"]|"")*)"$/.exec(field)?.[1]
  if (inner === undefined) return { text: field }
  return inner === '' ? null : { text: inner.replaceAll('""', '"') }
}

function quoteProblem(error: unknown, n: number): TableProblem | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const unclosed = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
  return unclosed ? new TableProblem('table.quote', { n }, error) : undefined
}
