import { openCsv } from './csv/open.ts'
import { sniff } from './sniff.ts'
import { damaged, type OpenTable, TableProblem } from './table.ts'
import { openXlsx } from './xlsx/open.ts'

/**
 * Opens a table on the disk. What it is tells its content; `name`, as its owner calls it, only serves problems and the
 * one doubtful case of a .tsv with a single column. Throws a TableProblem for what is no table or cannot be read.
 */
export async function openTable(file: string, name: string): Promise<OpenTable> {
  try {
    switch (await sniff(file)) {
      case 'zip':
        return await openXlsx(file, name)
      case 'text':
        return await openCsv(file, name)
      case 'encrypted':
        throw new TableProblem('table.encrypted')
      case 'old':
        throw new TableProblem('table.old')
      case 'other':
        throw new TableProblem('table.format')
    }
  } catch (error) {
    throw damaged(error, name)
  }
}
