/** What a column of a file can hold besides the desk's own fields (`fields.<key>`), by the names of the API. */

/** What comes from files and goes into files. */
export const fileKinds = ['ticket', 'customer'] as const
export type FileKind = (typeof fileKinds)[number]

/** What a file of tickets can bring, in the order in which one asks for it. */
export const importColumns = [
  'sourceNumber',
  'subject',
  'body',
  'customer.name',
  'customer.phone',
  'customer.email',
  'customer.externalId',
  'customer.number',
  'categoryId',
  'urgency',
  'requestType',
  'departmentId',
  'assigneeId',
  'tags',
  'templateId',
  'channel',
  'submittedAt',
  'note',
] as const
export type ImportColumn = (typeof importColumns)[number]

/** What a file of tickets can be given, in its usual order. */
export const exportColumns = [
  'number',
  'subject',
  'body',
  'status',
  'runState',
  'urgency',
  'requestType',
  'categoryId',
  'customer.name',
  'customer.phone',
  'customer.email',
  'customer.number',
  'customer.level',
  'customer.company',
  'departmentId',
  'assigneeId',
  'creatorId',
  'channel',
  'templateId',
  'tags',
  'result',
  'satisfaction',
  'urgeCount',
  'reopenCount',
  'messageCount',
  'submittedAt',
  'createdAt',
  'updatedAt',
  'acknowledgedAt',
  'firstResponseAt',
  'dueAt',
  'warnedAt',
  'breachedAt',
  'lastMessageAt',
  'solvedAt',
  'closedAt',
] as const
export type ExportColumn = (typeof exportColumns)[number]

/** What one looks for in a file first; the desk's own fields follow. */
export const usualExportColumns: readonly ExportColumn[] = [
  'number',
  'subject',
  'status',
  'urgency',
  'requestType',
  'categoryId',
  'customer.name',
  'customer.phone',
  'departmentId',
  'assigneeId',
  'channel',
  'tags',
  'submittedAt',
  'createdAt',
  'firstResponseAt',
  'dueAt',
  'solvedAt',
  'closedAt',
  'satisfaction',
]

/** What a file of customers can bring. Their number only says which of ours a row is about. */
export const customerImportColumns = [
  'number',
  'externalId',
  'name',
  'salutation',
  'phones',
  'emails',
  'company',
  'level',
  'note',
] as const
export type CustomerImportColumn = (typeof customerImportColumns)[number]

/** What a file of customers can be given, in its usual order. */
export const customerExportColumns = [...customerImportColumns, 'createdAt', 'updatedAt'] as const
export type CustomerExportColumn = (typeof customerExportColumns)[number]

export const usualCustomerColumns: readonly CustomerExportColumn[] = [...customerImportColumns, 'createdAt']
