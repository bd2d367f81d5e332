/** Exports: how records of any kind are written into a file, row by row as it is taken, in cells that an import reads. */
import { module } from '../../kernel/module.ts'
import { tellExport } from './tell.ts'

export { type BuiltIn, callingsOf, chosenColumns, type FileColumn } from './column.ts'
export { fileName, type RecordFile, recordFile } from './file.ts'
export { type Ids, idsInOrder } from './ids.ts'
export { wallClock } from './wall-clock.ts'

export const exportsRoom = module({
  name: 'exports',
  verbs: { 'export.tell': tellExport },
})
