import { cellWords, type FileCell } from '@baton/contract'
import type { Db } from '../../kernel/db.ts'
import type { Files } from '../../kernel/files.ts'
import { type OpenTable, openTable, type ReadCell } from '../../kernel/tables/index.ts'

/** Lends the table in a file that was uploaded; undefined when there is no such file. Throws a TableProblem for what is no table. */
export async function withTable<T>(
  { db, files }: { db: Db; files: Files },
  fileId: string,
  use: (table: OpenTable, name: string) => Promise<T>,
): Promise<T | undefined> {
  const file = await db.selectFrom('files').select(['name', 'storage_key']).where('id', '=', fileId).executeTakeFirst()
  if (!file) return undefined
  return files.lend(file.storage_key, async path => {
    const table = await openTable(path, file.name)
    try {
      return await use(table, file.name)
    } finally {
      await table.close()
    }
  })
}

/** Our own .csv puts a quote mark before what programs would take for a formula; here it is text again. */
export const cellsOf = (cells: readonly ReadCell[], kind: OpenTable['kind']): ReadCell[] =>
  kind === 'csv'
    ? cells.map(cell => (cell && 'text' in cell ? { text: cell.text.replace(/^'(?=[=+\-@])/, '') } : cell))
    : [...cells]

export const cellsInWords = (cells: readonly FileCell[]): string[] => cells.map(cell => cellWords(cell).trim())
