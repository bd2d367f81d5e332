import { z } from 'zod'
import { event, readOne, readPage, verb } from './catalogue.ts'
import { id, line, phone, reason, time } from './shapes.ts'

export const callDirections = ['in', 'out'] as const
export type CallDirection = (typeof callDirections)[number]

/** Where a call is in its short life: it rings, somebody talks, it is over, or nobody took it. */
export const callStates = ['ringing', 'talking', 'ended', 'missed'] as const
export type CallState = (typeof callStates)[number]

/**
 * What became of it: a ticket was opened, answered on the spot or added to; a missed one was called back; nobody was
 * reached; nothing needed doing; or nobody ever told that it was over.
 */
export const callOutcomes = [
  'opened',
  'answered',
  'recorded',
  'calledBack',
  'unreached',
  'dismissed',
  'lapsed',
] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** A call by our id, or by the phone system's own. */
const named = { callId: id.optional(), externalId: line(200).optional() }
const direction = z.enum(callDirections)

export const callVerbs = {
  /** For a phone system or a device, by an API key: it rings at somebody. The number comes from there, not by typing. */
  'call.ring': verb('call', {
    /** As the exchange tells it; absent or unreadable when the caller hides it. */
    number: line(60).optional(),
    /** Whom it rings at: an employee number, or an extension. */
    agent: line(50),
    direction: direction.default('in'),
    /** The call's id in the phone system: the same one again moves the call on to another agent. */
    externalId: line(200).optional(),
    startedAt: time.optional(),
  }),
  'call.answer': verb('call', { ...named, at: time.optional() }),
  'call.end': verb('call', {
    ...named,
    at: time.optional(),
    /** False when nobody answered a call that was timed by hand: then they did not talk at all. */
    reached: z.boolean().default(true),
  }),
  /** By hand, where no phone system tells: the agent talks, and the time runs. */
  'call.start': verb('call', {
    number: phone.optional(),
    direction: direction.default('in'),
    startedAt: time.optional(),
    /** The missed call that this one answers. */
    answersId: id.optional(),
  }),
  /** Nothing needs to be done about it: a wrong number, a seller, a matter that is settled. */
  'call.dismiss': verb('call', { callId: id, note: reason.optional() }),
  /** What nobody ever told the end of: a ring becomes a missed call, a talk ends at an unknown time. */
  'call.lapse': verb('call', { callId: id }),
} as const

export const callReads = {
  'call.get': readOne('call', { id }),
  /** The newest first. */
  'call.list': readPage('call', {
    states: z.array(z.enum(callStates)).max(4).optional(),
    agentId: id.optional(),
    customerId: id.optional(),
    /** True for those that still wait for somebody to see to them. */
    waiting: z.boolean().optional(),
  }),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const number = z.string().nullable()
const whose = { number, agentId: id.nullable() }

export const callEvents = {
  'call.rang': event({ ...whose, direction, customerId: id.nullable(), changes: z.array(change) }),
  'call.answered': event(whose),
  'call.started': event({ ...whose, direction }),
  'call.ended': event({ ...whose, seconds: z.int().nullable(), ticketId: id.nullable() }),
  'call.missed': event({ ...whose, customerId: id.nullable() }),
  'call.dismissed': event({ ...whose, note: z.string().nullable() }),
  /** It found its ticket, or a missed one was called back. */
  'call.settled': event({ ...whose, outcome: z.enum(callOutcomes), ticketId: id.nullable() }),
} as const
