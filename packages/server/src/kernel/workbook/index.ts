/** Workbooks: tables as .xlsx, written as they are read, however long they are. */
export { type Cell, type Column, type Sheet, writeWorkbook } from './write.ts'
