/** Imports: tickets and customers that come from files, row by row, each as the person who brought it could have made it. */
import { module } from '../../kernel/module.ts'
import { blankImport } from './blank.ts'
import { calledHere } from './called.ts'
import { importCustomers } from './customers/start.ts'
import { failedImport } from './failed.ts'
import { importKind } from './kind.ts'
import { previewImport } from './preview.ts'
import { importTickets } from './tickets/start.ts'

export { blankPath, blankSheets } from './blank.ts'
export { failedPath, failedSheet } from './failed.ts'

export const imports = module({
  name: 'imports',
  verbs: { 'ticket.import': importTickets, 'customer.import': importCustomers },
  reads: { 'import.preview': previewImport, 'import.failed': failedImport, 'import.template': blankImport },
  configuration: [calledHere],
  jobKinds: [importKind],
})
