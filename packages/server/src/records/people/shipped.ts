import { type Condition, type ReadName, reads, type VerbName, verbs } from '@baton/contract'
import type { GrantMap } from '../../kernel/grants.ts'
import { administratorKey } from './directory.ts'

/** A role that every desk begins with. Its name and grants may be changed there, the administrator's grants excepted. */
export interface ShippedRole {
  id: string
  key: 'administrator' | 'supervisor' | 'agent' | 'handler' | 'reviewer'
  grants: GrantMap
}

type Granted = { [N in VerbName | ReadName]?: true | Condition }

const ownDepartments: Condition = { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
const ownTickets: Condition = { field: 'assigneeId', op: 'is', value: '$me' }
/** What one handles: the tickets of the own departments, and those in one's own hands wherever they stand. */
const ours: Condition = { any: [ownDepartments, ownTickets] }
/** What one may know of: those, and what one has raised oneself, wherever it went. */
const concernsUs: Condition = { any: [ownDepartments, ownTickets, { field: 'creatorId', op: 'is', value: '$me' }] }
/** Before that, closing is the reviewer's. */
const finished: Condition = { field: 'status', op: 'isOneOf', value: ['solved', 'follow_up'] }

const everyTicket: Granted = Object.fromEntries(
  [...Object.keys(verbs), ...Object.keys(reads)].filter(name => name.startsWith('ticket.')).map(name => [name, true]),
)

const readTickets = (where: true | Condition): Granted => ({
  'ticket.get': where,
  'ticket.list': where,
  'ticket.search': where,
  'ticket.timeline': where,
  'ticket.handovers': where,
  'ticket.clocks': where,
  'ticket.candidates': where,
  'ticket.counts': true,
  'ticket.groups': where,
  'ticket.see': where,
})

const handleTickets: Granted = {
  'ticket.open': true,
  'ticket.openAnswered': true,
  'ticket.reply': ours,
  'ticket.progress': ours,
  'ticket.assign': ours,
  'ticket.claim': ownDepartments,
  'ticket.acknowledge': ownTickets,
  'ticket.transfer': ours,
  'ticket.return': ours,
  'ticket.update': ours,
  'ticket.await': ours,
  'ticket.hold': ours,
  'ticket.solve': ours,
  'ticket.followUp': ours,
  'ticket.reopen': ours,
  'ticket.close': { all: [ours, finished] },
  'ticket.revokeLinks': ours,
  'ticket.requestExtension': ours,
}

/** One's own calls, and those that nobody took, which are everybody's. */
const ourCalls: Condition = {
  any: [
    { field: 'agentId', op: 'is', value: '$me' },
    { field: 'state', op: 'is', value: 'missed' },
  ],
}
const takeCalls = (where: true | Condition): Granted => ({
  'call.get': where,
  'call.list': where,
  'call.answer': where,
  'call.end': where,
  'call.dismiss': where,
  'call.start': true,
})

const ownJobs: Condition = { field: 'byId', op: 'is', value: '$me' }
/** Many tickets at once: each is checked as it would be alone. Whoever may see a job may stop it and take it back. */
const workInBulk = (where: true | Condition): Granted => ({
  'bulk.start': true,
  'job.get': where,
  'job.list': where,
  'job.rows': where,
  'job.cancel': where,
  'job.undo': where,
  'job.retry': where,
})

const colleagues: Granted = { 'agent.get': true, 'agent.list': true }
const readCustomers: Granted = {
  'customer.get': true,
  'customer.find': true,
  'customer.list': true,
  'customer.timeline': true,
  'company.get': true,
  'company.list': true,
}
const keepCustomers: Granted = {
  ...readCustomers,
  'customer.create': true,
  'customer.update': true,
  'company.update': true,
}

const readFigures: Granted = {
  'figures.summary': true,
  'figures.series': true,
  'figures.facts': true,
  'figures.export': true,
}

/** Requirements 0.15: an agent reads every ticket and handles the own departments'; a handler reads only those. */
export const shippedRoles: readonly ShippedRole[] = [
  { id: '00000000-0000-4000-8000-000000000001', key: administratorKey, grants: { '*': true } },
  {
    id: '00000000-0000-4000-8000-000000000002',
    key: 'supervisor',
    grants: plain({
      ...everyTicket,
      ...readFigures,
      ...keepCustomers,
      ...takeCalls(true),
      ...workInBulk(true),
      ...colleagues,
      'agent.setPresence': true,
      'agent.unlock': true,
      'delivery.list': true,
      'delivery.retry': true,
      'mail.list': true,
      'sms.list': true,
      'mail.retry': true,
      'audit.list': true,
      'customer.import': true,
      'customer.export': true,
      'view.publish': true,
      'macro.publish': true,
      'cannedReply.publish': true,
    }),
  },
  {
    id: '00000000-0000-4000-8000-000000000003',
    key: 'agent',
    grants: plain({
      ...readTickets(true),
      ...handleTickets,
      // Whom a colleague asks answers by a note, and urging is what one does to other departments.
      'ticket.note': true,
      'ticket.urge': true,
      // The customer calls about what lies with another department: the hotline adds it there.
      'ticket.recordCall': true,
      ...keepCustomers,
      ...takeCalls(ourCalls),
      ...workInBulk(ownJobs),
      ...colleagues,
    }),
  },
  {
    id: '00000000-0000-4000-8000-000000000004',
    key: 'handler',
    grants: plain({
      ...readTickets(concernsUs),
      ...handleTickets,
      'ticket.note': ours,
      'ticket.urge': ours,
      'ticket.recordCall': ours,
      ...workInBulk(ownJobs),
      ...colleagues,
    }),
  },
  {
    id: '00000000-0000-4000-8000-000000000005',
    key: 'reviewer',
    grants: plain({
      ...readTickets(true),
      'ticket.note': true,
      'ticket.followUp': true,
      'ticket.reopen': true,
      'ticket.close': true,
      ...readFigures,
      'ticket.export': true,
      'customer.export': true,
      ...readCustomers,
      ...workInBulk(ownJobs),
      ...colleagues,
    }),
  },
]

/** What only an administrator may: named, so that every new verb is a decision (`shipped.test.ts`). */
export const administratorsOnly: readonly (VerbName | ReadName)[] = [
  'agent.create',
  'agent.update',
  'agent.disable',
  'agent.enable',
  'agent.resetPassword',
  'department.create',
  'department.update',
  'department.archive',
  'role.create',
  'role.update',
  'role.archive',
  'apiKey.create',
  'apiKey.revoke',
  'apiKey.list',
  'export.tell',
  'call.ring',
  'call.lapse',
  'calendar.create',
  'calendar.update',
  'calendar.archive',
  'slaPolicy.create',
  'slaPolicy.update',
  'slaPolicy.archive',
  'slaPolicy.list',
  'holidays.set',
  'holidays.load',
  'category.create',
  'category.update',
  'category.archive',
  'field.create',
  'field.update',
  'field.archive',
  'field.restore',
  'template.create',
  'template.update',
  'template.archive',
  'template.restore',
  'requestType.create',
  'requestType.update',
  'requestType.archive',
  'mailbox.create',
  'mailbox.update',
  'mailbox.archive',
  'robot.create',
  'robot.update',
  'robot.archive',
  'robot.test',
  'robot.list',
  'smsAccount.create',
  'smsAccount.update',
  'smsAccount.archive',
  'smsAccount.test',
  'smsAccount.list',
  'settings.update',
  'portalSettings.update',
  'portal.askCode',
  'survey.send',
  'notification.updateDefaults',
  'health.get',
  'health.replay',
]

function plain(granted: Granted): GrantMap {
  return granted as GrantMap
}
