import { entriesOf, type FieldType } from '@baton/contract'
import type { OwnField } from './useOwnFields.ts'

/** What each field of a ticket is good for in a view: a column, an order, a grouping. As the server takes them. */
const builtIn = {
  number: ['column'],
  subject: ['column', 'order'],
  status: ['column', 'order', 'group'],
  urgency: ['column', 'order', 'group'],
  assigneeId: ['column', 'group'],
  departmentId: ['column', 'group'],
  customerId: ['column'],
  'customer.level': ['column', 'group'],
  dueAt: ['column', 'order'],
  tags: ['column'],
  categoryId: ['column', 'group'],
  requestType: ['column', 'group'],
  channel: ['column', 'order', 'group'],
  open: ['order', 'group'],
  runState: ['column', 'order', 'group'],
  createdAt: ['column', 'order'],
  updatedAt: ['column', 'order'],
  submittedAt: ['column', 'order'],
  firstResponseAt: ['column', 'order'],
  lastMessageAt: ['column', 'order'],
  waitingSince: ['column', 'order'],
  solvedAt: ['column', 'order'],
  closedAt: ['column', 'order'],
  warnedAt: ['column', 'order'],
  breachedAt: ['column', 'order'],
  satisfaction: ['column', 'order'],
  urgeCount: ['column', 'order'],
  reopenCount: ['column', 'order'],
  messageCount: ['column', 'order'],
  creatorId: ['group'],
} as const satisfies Record<string, readonly Use[]>

export type Use = 'column' | 'order' | 'group'
export type BuiltInField = keyof typeof builtIn

export const isBuiltIn = (id: string): id is BuiltInField => Object.hasOwn(builtIn, id)

/** Shown by a table whose view names no columns. */
export const usualColumns: readonly BuiltInField[] = [
  'number',
  'subject',
  'status',
  'urgency',
  'assigneeId',
  'customerId',
  'dueAt',
  'tags',
  'updatedAt',
]

const ordered: readonly FieldType[] = ['text', 'choice', 'number', 'boolean', 'time', 'date']

function usesOf(field: OwnField): readonly Use[] {
  const entry = entriesOf(field)[`fields.${field.key}`]
  if (!entry) return ['column']
  const { type, to } = entry
  const canGroup = type === 'boolean' || type === 'choice' || (type === 'ref' && to !== 'customer')
  return ['column', ...(ordered.includes(type) ? ['order' as const] : []), ...(canGroup ? ['group' as const] : [])]
}

/** The fields that are offered for a use: those that one may read, of one's own those that are not out of use. */
export function fieldsFor(use: Use, own: readonly OwnField[], isHidden: (id: string) => boolean): string[] {
  const known = Object.entries(builtIn).filter(([, uses]) => (uses as readonly Use[]).includes(use))
  const others = own.filter(field => !field.archived && usesOf(field).includes(use))
  return [...known.map(([id]) => id), ...others.map(({ key }) => `fields.${key}`)].filter(id => !isHidden(id))
}

/** The own field that an id names; undefined for one that is built in. */
export const ownFieldOf = (own: readonly OwnField[], id: string): OwnField | undefined =>
  id.startsWith('fields.') ? own.find(({ key }) => `fields.${key}` === id) : undefined
