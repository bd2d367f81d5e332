import {
  type Catalogue,
  callDirections,
  callStates,
  channels,
  type Field,
  ticketCatalogue,
  urgencies,
} from '@baton/contract'

/** What people ask for first comes first. */
const ticketOrder = [
  'departmentId',
  'assigneeId',
  'creatorId',
  'status',
  'open',
  'urgency',
  'categoryId',
  'templateId',
  'requestType',
  'channel',
  'tags',
  'subject',
  'customerId',
  'customer.level',
  'createdAt',
  'submittedAt',
  'updatedAt',
  'dueAt',
  'warnedAt',
  'breachedAt',
  'waitingSince',
  'lastMessageAt',
  'firstResponseAt',
  'appointmentAt',
  'extensionAskedAt',
  'solvedAt',
  'closedAt',
  'urgeCount',
  'reopenCount',
  'messageCount',
  'satisfaction',
  'mentionIds',
  'runState',
]

/**
 * What sentences can be built about, by the kind of record: the fields that people ask for, under the names that the
 * API has for them. Anything else that the condition language can say is shown in words and written as JSON.
 */
const askable: Readonly<Record<string, Catalogue>> = {
  ticket: Object.fromEntries(ticketOrder.map(id => [id, ticketCatalogue[id] as Field])),
  agent: {
    departmentIds: { type: 'refs', to: 'department', nullable: true },
    roleIds: { type: 'refs', to: 'role', nullable: true },
    status: { type: 'choice', nullable: false, options: ['active', 'disabled'] },
    skills: { type: 'choices', nullable: true },
    id: { type: 'ref', to: 'agent', nullable: false },
  },
  company: { name: { type: 'text', nullable: false } },
  customer: {
    level: { type: 'choice', nullable: true },
    name: { type: 'text', nullable: false },
    createdAt: { type: 'time', nullable: false },
    updatedAt: { type: 'time', nullable: false },
  },
  call: {
    agentId: { type: 'ref', to: 'agent', nullable: true },
    state: { type: 'choice', nullable: false, options: callStates },
    direction: { type: 'choice', nullable: false, options: callDirections },
  },
  department: {
    id: { type: 'ref', to: 'department', nullable: false },
    parentId: { type: 'ref', to: 'department', nullable: true },
    managerIds: { type: 'refs', to: 'agent', nullable: true },
  },
  category: {
    departmentId: { type: 'ref', to: 'department', nullable: true },
    parentId: { type: 'ref', to: 'category', nullable: true },
  },
  figures: {
    departmentId: { type: 'ref', to: 'department', nullable: true },
    assigneeId: { type: 'ref', to: 'agent', nullable: true },
    categoryId: { type: 'ref', to: 'category', nullable: true },
    channel: { type: 'choice', nullable: false, options: channels },
    requestType: { type: 'choice', nullable: true },
    urgency: { type: 'choice', nullable: false, options: urgencies },
  },
  mailbox: { departmentId: { type: 'ref', to: 'department', nullable: true } },
  delivery: {
    departmentId: { type: 'ref', to: 'department', nullable: true },
    assigneeId: { type: 'ref', to: 'agent', nullable: true },
    status: {
      type: 'choice',
      nullable: false,
      options: ['queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed'],
    },
  },
}

export const fieldsAskable = (kind: string): Catalogue | undefined => askable[kind]

export const fieldAskable = (kind: string, id: string): Field | undefined => askable[kind]?.[id]
