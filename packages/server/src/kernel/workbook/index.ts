/** Workbooks: tables as .xlsx, written as they are read, however long they are. */
export { mostRows } from './sheet.ts'
export type { Cell, Column, Sheet } from './table.ts'
export { writeWorkbook } from './write.ts'
