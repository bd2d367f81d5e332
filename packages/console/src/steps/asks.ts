import type { VerbName } from '@baton/contract'

/** What a kept verb may be asked for. */
export type Part =
  | 'to'
  | 'holder'
  | 'person'
  | 'urgency'
  | 'requestType'
  | 'category'
  | 'tags'
  | 'addTags'
  | 'removeTags'
  | 'own'
  | 'target'
  | 'length'
  | 'body'
  | 'result'
  | 'reason'
  | 'note'

export interface Ask {
  must?: readonly Part[]
  may?: readonly Part[]
  /** At least one of these: a change that changes nothing is none. */
  some?: readonly Part[]
}

/**
 * The verbs that can be kept to be done later, the usual ones first, and what each is asked for. What only makes sense at
 * one moment (a time of day, an attachment, a version) is not asked for.
 */
export const asks: Readonly<Partial<Record<VerbName, Ask>>> = {
  'ticket.alert': { must: ['to'], may: ['note'] },
  'ticket.update': { some: ['urgency', 'category', 'requestType', 'addTags', 'removeTags', 'tags', 'own'] },
  'ticket.transfer': { must: ['holder', 'reason'], may: ['note'] },
  'ticket.assign': { must: ['holder'], may: ['note'] },
  'ticket.note': { must: ['body'] },
  'ticket.urge': { may: ['note'] },
  'ticket.dispatch': {},
  'ticket.claim': {},
  'ticket.acknowledge': {},
  'ticket.return': { must: ['reason'] },
  'ticket.progress': { must: ['body'] },
  'ticket.reply': { must: ['body'] },
  'ticket.await': { may: ['reason'] },
  'ticket.hold': { must: ['reason'] },
  'ticket.pause': { must: ['reason'] },
  'ticket.resume': { may: ['reason'] },
  'ticket.followUp': { must: ['reason'], may: ['person'] },
  'ticket.solve': { must: ['result'] },
  'ticket.close': { may: ['reason'] },
  'ticket.reopen': { must: ['reason'] },
  'ticket.cancel': { must: ['reason'] },
  'ticket.forceEnd': { must: ['reason'] },
  'ticket.revokeLinks': {},
  'ticket.requestExtension': { must: ['length', 'reason'], may: ['target'] },
  'ticket.grantExtension': { may: ['target', 'note'] },
  'ticket.declineExtension': { must: ['reason'], may: ['target'] },
}

export const askOf = (verb: string): Ask => asks[verb as VerbName] ?? {}

/** All that a verb is asked for, in the order in which it is shown. */
export function partsOf(verb: string): Part[] {
  const { must = [], some = [], may = [] } = askOf(verb)
  return order.filter(part => [...must, ...some, ...may].includes(part))
}

const order: readonly Part[] = [
  'to',
  'holder',
  'person',
  'urgency',
  'category',
  'requestType',
  'addTags',
  'removeTags',
  'tags',
  'own',
  'target',
  'length',
  'body',
  'result',
  'reason',
  'note',
]

/** Where a part stands in the verb's input. */
export const keysOf = (part: Part): readonly string[] => {
  if (part === 'holder') return ['departmentId', 'assigneeId']
  if (part === 'person') return ['assigneeId']
  if (part === 'own') return ['fields']
  return [part === 'length' ? 'seconds' : part]
}
