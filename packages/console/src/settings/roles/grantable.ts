import {
  type Condition,
  type GrantMap,
  isRead,
  isVerb,
  type ReadName,
  reads,
  type VerbName,
  verbs,
} from '@baton/contract'
import { fieldsAskable } from '../../conditions/fields.ts'

export type GrantName = VerbName | ReadName
export type Grant = true | Condition

export interface GrantGroup {
  kind: GrantKind
  names: GrantName[]
}

/** Domain words, in the order in which one thinks of them. */
const kinds = [
  'ticket',
  'customer',
  'company',
  'call',
  'agent',
  'department',
  'role',
  'category',
  'requestType',
  'macro',
  'cannedReply',
  'slaPolicy',
  'field',
  'template',
  'calendar',
  'holidays',
  'mailbox',
  'delivery',
  'mail',
  'robot',
  'smsAccount',
  'sms',
  'view',
  'draft',
  'bulk',
  'job',
  'import',
  'export',
  'settings',
  'portalSettings',
  'notification',
  'portal',
  'survey',
  'apiKey',
  'figures',
  'audit',
  'health',
  'session',
] as const
export type GrantKind = (typeof kinds)[number]

const all = [...Object.keys(reads), ...Object.keys(verbs)] as GrantName[]
const accessOf = (name: GrantName) => (isVerb(name) ? verbs[name].access : isRead(name) ? reads[name].access : 'anyone')

/** What a role can grant: what needs a grant at all. */
export const roleGroups: readonly GrantGroup[] = groupsOf(name => accessOf(name) === 'granted')

/** A key must be given even what everyone signed in may. */
export const keyGroups: readonly GrantGroup[] = groupsOf(
  name => accessOf(name) !== 'anyone' && !name.startsWith('session.') && name !== 'agent.updateMe',
)

function groupsOf(offers: (name: GrantName) => boolean): GrantGroup[] {
  return kinds
    .map(kind => ({ kind, names: all.filter(name => kindOf(name) === kind && offers(name)) }))
    .filter(group => group.names.length > 0)
}

export function kindOf(name: string): string {
  return name.split('.')[0] ?? ''
}

/** A condition can only hold of a thing that is there: of what a read shows, and of what a verb is given to act on. */
export function takesCondition(name: GrantName): boolean {
  const kind = kindOf(name)
  if (!fieldsAskable(kind) || name === 'ticket.counts') return false
  if (isRead(name)) return reads[name].access === 'granted'
  return isVerb(name) && Object.hasOwn(verbs[name].input.shape, `${kind}Id`)
}

export const grantOf = (grants: GrantMap, name: string): Grant | undefined =>
  (grants[name] ?? grants['*']) as Grant | undefined

/** How many are granted, and how many of them with a condition. */
export function countOf(grants: GrantMap, names: readonly GrantName[]): { given: number; conditional: number } {
  const given = names.map(name => grantOf(grants, name)).filter(grant => grant !== undefined)
  return { given: given.length, conditional: given.filter(grant => grant !== true).length }
}
