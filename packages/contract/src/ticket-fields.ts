import type { Catalogue } from './conditions/index.ts'
import { runStates, statuses, urgencies } from './states.ts'
import { channels } from './tickets.ts'

/** What can be asked about a ticket itself, by its names in the API; the desk's own fields stand beside it. */
export const ticketCatalogue: Catalogue = {
  id: { type: 'ref', to: 'ticket', nullable: false },
  number: { type: 'choice', nullable: false },
  subject: { type: 'text', nullable: false },
  status: { type: 'choice', nullable: false, options: statuses },
  open: { type: 'boolean', nullable: false },
  runState: { type: 'choice', nullable: false, options: runStates },
  urgency: { type: 'choice', nullable: false, options: urgencies },
  requestType: { type: 'choice', nullable: true },
  channel: { type: 'choice', nullable: false, options: channels },
  categoryId: { type: 'ref', to: 'category', nullable: true },
  templateId: { type: 'ref', to: 'template', nullable: true },
  departmentId: { type: 'ref', to: 'department', nullable: true },
  assigneeId: { type: 'ref', to: 'agent', nullable: true },
  customerId: { type: 'ref', to: 'customer', nullable: true },
  'customer.level': { type: 'choice', nullable: true },
  /** The person who opened it for somebody; empty when a customer or a channel did. */
  creatorId: { type: 'ref', to: 'agent', nullable: true },
  tags: { type: 'choices', nullable: true },
  mentionIds: { type: 'refs', to: 'agent', nullable: true },
  urgeCount: { type: 'number', nullable: false },
  reopenCount: { type: 'number', nullable: false },
  messageCount: { type: 'number', nullable: false },
  /** The customer's newest rating, 1 to 5. */
  satisfaction: { type: 'number', nullable: true },
  createdAt: { type: 'time', nullable: false },
  updatedAt: { type: 'time', nullable: false },
  submittedAt: { type: 'time', nullable: false },
  firstResponseAt: { type: 'time', nullable: true },
  lastMessageAt: { type: 'time', nullable: true },
  waitingSince: { type: 'time', nullable: true },
  /** When the customer expects us. */
  appointmentAt: { type: 'time', nullable: true },
  dueAt: { type: 'time', nullable: true },
  /** Since when a yellow card stands on it, and when its first red one fell. */
  warnedAt: { type: 'time', nullable: true },
  breachedAt: { type: 'time', nullable: true },
  extensionAskedAt: { type: 'time', nullable: true },
  solvedAt: { type: 'time', nullable: true },
  closedAt: { type: 'time', nullable: true },
}
