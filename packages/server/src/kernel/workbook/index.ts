/** Workbooks: tables as .xlsx and .csv, written as they are read, however long they are. */
export { cellFor } from './cell-for.ts'
export { writeCsv } from './csv.ts'
export { mostRows } from './sheet.ts'
export type { Cell, Column, Sheet } from './table.ts'
export { writeWorkbook } from './write.ts'
