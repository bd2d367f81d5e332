import type { TicketRecord } from '@baton/contract'
import type { TicketVerb } from '../verbs.ts'

/** What a verb wants to know before it is done. */
export interface Ask {
  /** `person`: a person only; `holder`: a person or a department. */
  target?: 'holder' | 'person'
  targetOptional?: boolean
  text?: 'reason' | 'result' | 'note' | 'body'
  textOptional?: boolean
  /** A second, optional word to whoever gets it. */
  note?: boolean
  until?: boolean
  danger?: boolean
}

/** What a verb asks, wherever it is done; those with a sheet of their own ask nothing here. */
export const asks: Partial<Record<TicketVerb, Ask>> = {
  'ticket.recordCall': {},
  'ticket.alert': {},
  'ticket.solve': {},
  'ticket.requestExtension': {},
  'ticket.grantExtension': {},
  'ticket.declineExtension': {},
  'ticket.assign': { target: 'holder', text: 'note', textOptional: true },
  'ticket.transfer': { target: 'holder', text: 'reason', note: true },
  'ticket.return': { text: 'reason' },
  'ticket.urge': { text: 'note', textOptional: true },
  'ticket.hold': { text: 'reason' },
  'ticket.pause': { text: 'reason', until: true },
  'ticket.followUp': { text: 'reason', target: 'person', targetOptional: true },
  'ticket.reopen': { text: 'reason' },
  'ticket.close': { text: 'reason', textOptional: true },
  'ticket.cancel': { text: 'reason', danger: true },
  'ticket.forceEnd': { text: 'reason', danger: true },
}

/** Undefined for a verb that is done at once, as closing is once all has been done; before, it is asked for first. */
export const sheetOf = (verb: TicketVerb, { status }: Pick<TicketRecord, 'status'>): Ask | undefined =>
  verb === 'ticket.close' && ['solved', 'follow_up'].includes(status) ? undefined : asks[verb]
