/** Tables in files, .xlsx and .csv, read row by row however long they are. The writer is `kernel/workbook`. */
export { openTable } from './open.ts'
export { type OpenTable, type ReadCell, type ReadRow, type ReadSheet, TableProblem } from './table.ts'
