/** Tables that people fetch as files: tickets that go out, files to fill in, rows that could not be imported. */
import { module } from '../../kernel/module.ts'
import { importRoutes } from './imports.ts'
import { ticketRoutes } from './tickets.ts'

export const tables = module({
  name: 'tables',
  routes(app, desk) {
    ticketRoutes(app, desk)
    importRoutes(app, desk)
  },
})
