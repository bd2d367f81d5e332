import type { Same } from '../../words/rooms.ts'
import type { zhCN } from './zh-CN.ts'

/** The words of exporting tickets. */
export const en: Same<typeof zhCN> = {
  menu: 'Import and export',
  export: 'Export…',
  import: 'Import…',
  title: 'Export tickets',
  under: 'One ticket a row, in the order of the list',
  ofView: 'Export “{{name}}”',
  ofSearch: 'Export what was found',
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
