/** Tables that people fetch as files: records that go out, files to fill in, rows that could not be imported. */
import { module } from '../../kernel/module.ts'
import { exportableColumns } from './columns.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'

export const tables = module({
  name: 'tables',
  reads: { 'export.columns': exportableColumns },
  routes(app, desk) {
    exportRoutes(app, desk)
    importRoutes(app, desk)
  },
})
