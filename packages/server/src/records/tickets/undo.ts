import { problemText, type VerbName } from '@baton/contract'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import type { Change, Row } from '../../kernel/steps.ts'
import type { Holder } from './holder.ts'

/**
 * How a verb on a ticket is taken back: always by another verb that says so in the history, never by rewriting it. What
 * has been said stays said, what has ended for good stays ended, and of waiting (for the customer, for something else)
 * nothing but an answer or another holder brings a ticket back.
 */
const undos: { readonly [N in VerbName]?: Undo } = {
  'ticket.update': {
    takes: valuesBefore,
    undo: ({ values }) => call('ticket.update', valuesAsInput(values ?? {})),
  },
  'ticket.assign': { takes: holderBefore, undo: backToHolder },
  'ticket.transfer': { takes: holderBefore, undo: backToHolder },
  'ticket.return': { takes: holderBefore, undo: backToHolder },
  'ticket.claim': { takes: holderBefore, undo: backToHolder },
  'ticket.pause': { takes: () => ({}), undo: (_, reason) => call('ticket.resume', { reason }) },
  'ticket.resume': { takes: () => ({}), undo: (_, reason) => call('ticket.pause', { reason }) },
  'ticket.solve': { takes: () => ({}), undo: (_, reason) => call('ticket.reopen', { reason }) },
  'ticket.close': { takes: () => ({}), undo: (_, reason) => call('ticket.reopen', { reason }) },
}

interface Undo {
  takes(told: readonly LoggedEvent[]): Before | null
  undo(before: Before, reason: string): TicketUndo | undefined
}

/** What undoing goes back to. */
export interface Before {
  /** By the API's names; of own fields `fields.<key>`. */
  values?: Row
  holder?: Holder
}

export interface TicketUndo {
  verb: VerbName
  input: Row
}

export const canBeUndone = (verb: string): boolean => Object.hasOwn(undos, verb)

/** What of the events that a verb has told must be kept so that it can be taken back; null where it cannot. */
export const beforeOf = (verb: string, told: readonly LoggedEvent[]): Before | null =>
  undos[verb as VerbName]?.takes(told) ?? null

/** The verb that takes it back, without `ticketId`; undefined where nothing does. */
export const undoOf = (verb: string, before: Before, locale: string): TicketUndo | undefined =>
  undos[verb as VerbName]?.undo(before, problemText(locale, 'text', 'job.undoReason', {}))

const call = (verb: VerbName, input: Row): TicketUndo | undefined =>
  Object.keys(input).length > 0 ? { verb, input } : undefined

/** The reactions of the same moment tell of changes too: only what the verb itself has told is gone back to. */
function valuesBefore(told: readonly LoggedEvent[]): Before | null {
  const changes = told
    .filter(({ type }) => type === 'ticket.updated')
    .flatMap(({ payload }) => (payload.changes as Change[] | undefined) ?? [])
  // Of what is long the history knows only that it changed, not from what.
  if (changes.some(({ from, to }) => (from ?? null) === null && (to ?? null) === null)) return null
  // Of several changes of one field the first says how it was.
  return { values: Object.fromEntries(changes.reverse().map(({ field, from }) => [field, from ?? null])) }
}

const updatable = ['subject', 'urgency', 'requestType', 'tags', 'appointmentAt']

function valuesAsInput(values: Row): Row {
  const fields = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('fields.') ? [[name.slice('fields.'.length), value] as const] : [],
  )
  return {
    ...Object.fromEntries(updatable.flatMap(name => (name in values ? [[name, values[name]]] : []))),
    ...('categoryId' in values && { category: values.categoryId }),
    // A ticket that had no customer cannot have none again.
    ...(values.customerId != null && { customerId: values.customerId }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
  }
}

const handedOver = ['ticket.assigned', 'ticket.pooled', 'ticket.transferred', 'ticket.returned', 'ticket.claimed']

function holderBefore(told: readonly LoggedEvent[]): Before | null {
  const [handed] = told.filter(({ type }) => handedOver.includes(type))
  return handed ? { holder: handed.payload.from as Holder } : null
}

/** To the same person, or to the pool of the department; a ticket that was nobody's at all cannot be nobody's again. */
function backToHolder({ holder }: Before): TicketUndo | undefined {
  const { departmentId, assigneeId } = holder ?? { departmentId: null, assigneeId: null }
  return call('ticket.assign', { ...(departmentId && { departmentId }), ...(assigneeId && { assigneeId }) })
}
