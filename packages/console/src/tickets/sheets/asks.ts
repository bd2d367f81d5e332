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

/** Those with a sheet of their own ask nothing here. */
const asks: Partial<Record<TicketVerb, Ask>> = {
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
  'ticket.cancel': { text: 'reason', danger: true },
  'ticket.forceEnd': { text: 'reason', danger: true },
}

/** Undefined for a verb that asks nothing and is done at once. */
export const sheetOf = (verb: TicketVerb): Ask | undefined => asks[verb]
