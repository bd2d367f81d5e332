import type { TicketRecord, VerbName, VerbSent } from '@baton/contract'
import type { IconName } from '@baton/ui'

/** The verbs that act on one ticket. */
export type TicketVerb = {
  [N in VerbName]: VerbSent<N> extends { ticketId: string } ? (N extends `ticket.${string}` ? N : never) : never
}[VerbName]

export interface VerbGroup {
  key: 'say' | 'hand' | 'wait' | 'end' | 'stop'
  verbs: readonly TicketVerb[]
}

/** The one order in which verbs stand in every menu. */
export const verbGroups: readonly VerbGroup[] = [
  { key: 'say', verbs: ['ticket.reply', 'ticket.note', 'ticket.progress', 'ticket.recordCall'] },
  {
    key: 'hand',
    verbs: [
      'ticket.claim',
      'ticket.acknowledge',
      'ticket.assign',
      'ticket.dispatch',
      'ticket.transfer',
      'ticket.return',
      'ticket.urge',
      'ticket.alert',
    ],
  },
  {
    key: 'wait',
    verbs: [
      'ticket.await',
      'ticket.hold',
      'ticket.pause',
      'ticket.resume',
      'ticket.requestExtension',
      'ticket.grantExtension',
      'ticket.declineExtension',
    ],
  },
  { key: 'end', verbs: ['ticket.solve', 'ticket.followUp', 'ticket.reopen', 'ticket.close'] },
  { key: 'stop', verbs: ['ticket.cancel', 'ticket.forceEnd'] },
]

export const verbOrder: readonly TicketVerb[] = verbGroups.flatMap(group => group.verbs)

/**
 * The key of each frequent verb; `c` takes the baton, whether from the pool or from whoever gave it, and `s` ends the
 * matter: solves it, then closes it.
 */
export const verbKeys: Partial<Record<TicketVerb, string>> = {
  'ticket.reply': 'r',
  'ticket.note': 'm',
  'ticket.progress': 'p',
  'ticket.recordCall': 'l',
  'ticket.claim': 'c',
  'ticket.acknowledge': 'c',
  'ticket.assign': 'a',
  'ticket.dispatch': 'v',
  'ticket.transfer': 't',
  'ticket.return': 'b',
  'ticket.urge': 'u',
  'ticket.await': 'w',
  'ticket.hold': 'h',
  'ticket.pause': 'z',
  'ticket.resume': 'z',
  'ticket.solve': 's',
  'ticket.followUp': 'f',
  'ticket.reopen': 'o',
  'ticket.close': 's',
}

/** Its key among the verbs that may be done now: of two with the same key the first has it. */
export const keyAmong = (verb: TicketVerb, allowed: readonly string[]): string | undefined =>
  verbOrder.find(one => allowed.includes(one) && verbKeys[one] === verbKeys[verb]) === verb ? verbKeys[verb] : undefined

export const verbIcons: Partial<Record<TicketVerb, IconName>> = {
  'ticket.reply': 'reply',
  'ticket.note': 'note',
  'ticket.progress': 'progress',
  'ticket.recordCall': 'phone',
  'ticket.claim': 'hand',
  'ticket.acknowledge': 'check',
  'ticket.assign': 'assign',
  'ticket.dispatch': 'bolt',
  'ticket.transfer': 'swap',
  'ticket.return': 'back',
  'ticket.urge': 'bell',
  'ticket.alert': 'people',
  'ticket.await': 'hourglass',
  'ticket.hold': 'archive',
  'ticket.pause': 'pause',
  'ticket.resume': 'play',
  'ticket.requestExtension': 'later',
  'ticket.grantExtension': 'check',
  'ticket.declineExtension': 'close',
  'ticket.solve': 'done',
  'ticket.followUp': 'flag',
  'ticket.reopen': 'refresh',
  'ticket.close': 'check',
  'ticket.cancel': 'ban',
  'ticket.forceEnd': 'stop',
}

/** Those that open the composer instead of being done at once. */
export const spoken = ['ticket.reply', 'ticket.note', 'ticket.progress'] as const
export type Spoken = (typeof spoken)[number]
export const isSpoken = (verb: TicketVerb): verb is Spoken => (spoken as readonly string[]).includes(verb)

/** The next sensible verb: take it, answer, finish; undefined where nothing is next. */
export function nextVerb(ticket: TicketRecord, me: string): TicketVerb | undefined {
  return wanted(ticket, me).find(verb => ticket.allowed.includes(verb))
}

function wanted({ status, runState, assigneeId, lastFrom }: TicketRecord, me: string): TicketVerb[] {
  if (runState === 'paused') return ['ticket.resume']
  switch (status) {
    case 'new':
      return ['ticket.claim', 'ticket.reply']
    case 'assigned':
      return assigneeId === me ? ['ticket.acknowledge', 'ticket.reply'] : ['ticket.reply']
    case 'in_progress':
      return lastFrom === 'customer' ? ['ticket.reply', 'ticket.solve'] : ['ticket.solve', 'ticket.reply']
    case 'follow_up':
      return ['ticket.claim', 'ticket.reply', 'ticket.solve']
    case 'pending_customer':
    case 'on_hold':
      return ['ticket.reply', 'ticket.solve']
    case 'solved':
      return ['ticket.close', 'ticket.reopen']
    case 'closed':
      return ['ticket.reopen', 'ticket.followUp']
    case 'merged':
      return []
  }
}
