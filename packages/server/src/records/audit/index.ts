import { module } from '../../kernel/module.ts'
import { listAudit } from './list.ts'

/** What was changed about the desk itself, and who came in: the log of the desk's own topic, told in sentences. */
export const audit = module({ name: 'audit', reads: { 'audit.list': listAudit } })
