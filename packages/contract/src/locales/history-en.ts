import { calendarsEn } from './calendars-en.ts'
import { callsEn } from './calls-en.ts'
import { clocksEn } from './clocks-en.ts'
import { fieldsEn } from './fields-en.ts'
import { importsEn } from './imports-en.ts'
import { jobsEn } from './jobs-en.ts'
import { macrosEn } from './macros-en.ts'
import { outsideHistoryEn } from './outside-en.ts'
import { portalEn } from './portal-en.ts'
import { viewsEn } from './views-en.ts'

/** Everything that happened, a sentence each; {actor} did it, and a part in brackets goes when what it holds is empty. */
const event = {
  ...portalEn.event,
  'session.opened': '{actor} signed in[ ({ip})]',
  'session.refused': 'Sign-in of {login} refused: {reason}[ ({ip})]',
  'session.closed': '{actor} ended a sign-in of {name}',
  'session.passwordChanged': '{actor} changed their own password',
  'agent.created': '{actor} added {name}',
  'agent.updated': '{actor} changed {name}[: {changes}]',
  'agent.disabled': '{actor} disabled {name}[, because: {reason}]',
  'agent.enabled': '{actor} enabled {name}',
  'agent.passwordReset': '{actor} reset the password of {name}',
  'agent.locked': 'The account of {name} is locked until {until} after failed sign-ins',
  'agent.unlocked': '{actor} unlocked the account of {name}',
  'agent.presenceChanged': '{name}: {from} → {to}',
  'department.created': '{actor} added the department {name}',
  'department.updated': '{actor} changed the department {name}[: {changes}]',
  'department.archived': '{actor} archived the department {name}',
  'role.created': '{actor} added the role {name}',
  'role.updated': '{actor} changed the role {name}[: {changes}]',
  'role.archived': '{actor} archived the role {name}',
  'apiKey.created': '{actor} made the API key {name}',
  'apiKey.revoked': '{actor} revoked the API key {name}',
  'customer.created': '{actor} added the customer {name}',
  'customer.updated': '{actor} changed the customer {name}[: {changes}]',
  'category.created': '{actor} added the category {name}',
  'category.updated': '{actor} changed the category {name}[: {changes}]',
  'category.archived': '{actor} archived the category {name}',
  'requestType.created': '{actor} added the request type {name}',
  'requestType.updated': '{actor} changed the request type {name}[: {changes}]',
  'requestType.archived': '{actor} archived the request type {name}',
  'mailbox.created': '{actor} added the mailbox {name}',
  'mailbox.updated': '{actor} changed the mailbox {name}[: {changes}]',
  'mailbox.archived': '{actor} archived the mailbox {name}',
  ...outsideHistoryEn,
  ...calendarsEn.event,
  ...macrosEn.event,
  'settings.updated': '{actor} changed the settings[: {changes}]',
  'view.created': '{actor} made the view {name}',
  'view.archived': '{actor} removed the view {name}',
  'mail.received': 'A mail came in: {outcome}',
  'mail.retried': '{actor} had a mail handled again (it was {from})',
  'health.replayed': '{actor} had the background task {follower} handle {count} parked events again',
  'ticket.opened': '{actor} opened the ticket by {channel}[, for {to}]',
  'ticket.replied': '{actor} answered the customer',
  'ticket.noted': '{actor} left an internal note[, mentioning {mentionIds}]',
  'ticket.progressed': '{actor} noted progress',
  'ticket.received': '{actor} wrote by {channel}',
  'ticket.assigned': '{actor} assigned it to {to}[: {reason}]',
  'ticket.undispatched': 'Nobody in {departmentId} can take it now; the ticket waits in the pool',
  'ticket.claimed': '{actor} claimed it',
  'ticket.acknowledged': '{actor} acknowledged it',
  'ticket.transferred': '{actor} transferred it to {to}[: {reason}][ ({note})]',
  'ticket.returned': '{actor} returned it to {to}[: {reason}]',
  'ticket.pooled': 'It went back to {to}[: {reason}]',
  'ticket.urged': '{actor} urged it (no. {count})[: {note}]',
  'ticket.updated': '{actor} changed[ {changes}]',
  'ticket.awaited': '{actor} waits for the customer[: {reason}]',
  'ticket.held': '{actor} put it on hold[: {reason}]',
  'ticket.solved': '{actor} solved it[: {result}]',
  'ticket.followedUp': '{actor} wants a follow-up[: {reason}]',
  'ticket.reopened': '{actor} reopened it[: {reason}]',
  'ticket.closed': '{actor} closed it[: {reason}]',
  'ticket.paused': '{actor} paused it[: {reason}][, until {until}]',
  'ticket.resumed': '{actor} resumed it[: {reason}]',
  'ticket.cancelled': '{actor} cancelled it[: {reason}]',
  'ticket.forceEnded': '{actor} force-ended it[: {reason}]',
  ...callsEn.event,
  'ticket.linked': 'It was linked with another ticket',
  ...clocksEn.event,
  ...fieldsEn.event,
  ...viewsEn.event,
  ...jobsEn.event,
  ...importsEn.event,
  'delivery.changed': 'Sending: {to}[ ({error})]',
} as const

const status = {
  new: 'new',
  assigned: 'assigned',
  in_progress: 'in progress',
  pending_customer: 'waiting for the customer',
  on_hold: 'on hold',
  solved: 'solved',
  follow_up: 'follow-up',
  closed: 'closed',
  merged: 'merged',
} as const
const runState = { running: 'running', paused: 'paused', cancelled: 'cancelled', force_ended: 'force-ended' } as const
const urgency = { normal: 'normal', urgent: 'urgent', critical: 'critical' } as const
const dispatchMode = { auto: 'given out', claim: 'claimed by members' } as const
const salutation = { mr: 'Mr', ms: 'Ms' } as const
const presence = { ready: 'ready', busy: 'busy', break: 'on a break', away: 'away', offline: 'offline' } as const
const channel = {
  email: 'mail',
  form: 'web form',
  api: 'the API',
  web: 'the console',
  phone: 'phone',
  portal: 'the portal',
  sms: 'text message',
} as const
const refusal = {
  unknown: 'no such login',
  password: 'wrong password',
  locked: 'account locked',
  disabled: 'account disabled',
} as const
const outcome = {
  pending: 'pending',
  opened: 'a new ticket',
  appended: 'added to a ticket',
  bounce: 'a bounce',
  automatic: 'an automatic answer',
  loop: 'a mail loop',
  duplicate: 'a duplicate',
  quarantined: 'quarantined',
} as const
const delivery = {
  queued: 'queued',
  sending: 'sending',
  sent: 'sent',
  failed: 'failed',
  unknown: 'unknown whether it arrived',
  suppressed: 'not sent',
} as const
const clock = {
  response: 'first response',
  nextResponse: 'next response',
  acknowledge: 'acknowledgement',
  resolution: 'resolution',
  progress: 'progress',
} as const
const word = {
  system: 'Baton',
  outside: 'The customer',
  none: 'none',
  yes: 'yes',
  no: 'no',
  changed: 'changed',
  list: ', ',
  /** One change, and what stands between several. */
  change: '{field}: {from} → {to}',
  next: '; ',
  holder: '{person} ({department})',
  detail: '{text} ({more})',
} as const

export const historyEn = {
  event,
  status,
  runState,
  urgency,
  presence,
  dispatchMode,
  salutation,
  channel,
  refusal,
  outcome,
  delivery,
  clock,
  word,
  ...callsEn.sections,
} as const
