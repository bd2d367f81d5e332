import type { z } from 'zod'
import { callEvents, callReads, callVerbs } from './calls.ts'
import { customerEvents, customerReads, customerVerbs } from './customers.ts'
import { deskEvents, deskReads, deskVerbs } from './desk.ts'
import {
  agentReads,
  agentVerbs,
  apiKeyReads,
  apiKeyVerbs,
  departmentReads,
  departmentVerbs,
  peopleEvents,
  roleReads,
  roleVerbs,
  sessionReads,
  sessionVerbs,
} from './people.ts'
import { ticketEvents, ticketReads, ticketVerbs } from './tickets.ts'

export * from './calls.ts'
export * from './catalogue.ts'
export * from './conditions/index.ts'
export * from './customers.ts'
export * from './deliveries.ts'
export * from './desk.ts'
export * from './dispatch.ts'
export * from './form.ts'
export * from './locales/index.ts'
export * from './people.ts'
export * from './quoted.ts'
export * from './records.ts'
export * from './sentences.ts'
export * from './shapes.ts'
export * from './states.ts'
export * from './tickets.ts'

/** Everything that can be done, everything that can be asked, everything that happens: the three lists others derive from. */
export const verbs = {
  ...sessionVerbs,
  ...agentVerbs,
  ...departmentVerbs,
  ...roleVerbs,
  ...apiKeyVerbs,
  ...customerVerbs,
  ...callVerbs,
  ...deskVerbs,
  ...ticketVerbs,
} as const

export const reads = {
  ...sessionReads,
  ...agentReads,
  ...departmentReads,
  ...roleReads,
  ...apiKeyReads,
  ...customerReads,
  ...callReads,
  ...deskReads,
  ...ticketReads,
} as const

export const events = { ...peopleEvents, ...customerEvents, ...callEvents, ...deskEvents, ...ticketEvents } as const

export type VerbName = keyof typeof verbs
export type ReadName = keyof typeof reads
export type EventName = keyof typeof events
export type VerbInput<N extends VerbName> = z.output<(typeof verbs)[N]['input']>
export type VerbSent<N extends VerbName> = z.input<(typeof verbs)[N]['input']>
export type ReadInput<N extends ReadName> = z.output<(typeof reads)[N]['input']>
export type ReadSent<N extends ReadName> = z.input<(typeof reads)[N]['input']>
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]['payload']>

export const isVerb = (name: string): name is VerbName => Object.hasOwn(verbs, name)
export const isRead = (name: string): name is ReadName => Object.hasOwn(reads, name)
