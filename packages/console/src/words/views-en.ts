import type { Same } from './rooms.ts'
import type { viewsZhCN } from './views-zh-CN.ts'

export const viewsEn: Same<typeof viewsZhCN> = {
  title: 'Views',
  add: 'New view',
  find: 'Find a view',
  notFound: 'There is no such view',
  menu: 'View actions',
  menuOf: 'Actions for “{{name}}”',
  edit: 'Edit',
  copy: 'Save as…',
  copyOrdered: 'Save this order as a view…',
  publish: 'Publish…',
  up: 'Move up',
  down: 'Move down',
  search: 'Search again: {{text}}',
  remove: 'Remove',
  didRemove: 'Removed the view “{{name}}”',
  publishedBy: 'Published by {{name}}',
  section: { mine: 'Mine', department: 'Department', public: 'Public', private: 'Private' },
  layout: 'Layout',
  as: { list: 'List', table: 'Table', board: 'Board' },
}
