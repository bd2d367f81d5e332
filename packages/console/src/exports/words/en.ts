import type { Same } from '../../words/rooms.ts'
import type { zhCN } from './zh-CN.ts'

/** The words of exporting. */
export const en: Same<typeof zhCN> = {
  menu: 'Import and export',
  export: 'Export…',
  import: 'Import…',
  of: {
    ticket: {
      all: 'Export tickets',
      found: 'Export the tickets found',
      under: 'One ticket a row, in the order of the list',
    },
    customer: {
      all: 'Export customers',
      found: 'Export the customers found',
      under: 'One customer a row, the newest first',
    },
  },
  ofView: 'Export “{{name}}”',
  format: 'Kind of file',
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV',
  columns: 'Columns',
  chosen: '{{count}} columns',
  usual: 'As usual',
  all: 'All',
  none: 'Choose at least one column',
  run: 'Export',
  told: 'Exports are written down in the audit',
}
