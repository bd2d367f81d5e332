/** Imports: tickets that come from files, row by row, each as the person who brought it could have opened it. */
import { module } from '../../kernel/module.ts'
import { blankImport } from './blank.ts'
import { calledHere } from './called.ts'
import { failedImport } from './failed.ts'
import { importKind } from './kind.ts'
import { previewImport } from './preview.ts'
import { importTickets } from './start.ts'

export { blankPath, blankSheets } from './blank.ts'
export { failedPath, failedSheet } from './failed.ts'

export const imports = module({
  name: 'imports',
  verbs: { 'ticket.import': importTickets },
  reads: { 'import.preview': previewImport, 'import.failed': failedImport, 'import.template': blankImport },
  configuration: [calledHere],
  jobKinds: [importKind],
})
