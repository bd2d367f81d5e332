import type { z } from 'zod'
import { calendarEvents, calendarReads, calendarVerbs } from './calendars/index.ts'
import { callEvents, callReads, callVerbs } from './calls.ts'
import { customerEvents, customerReads, customerVerbs } from './customers.ts'
import { deskEvents, deskReads, deskVerbs } from './desk.ts'
import { fieldEvents, fieldReads, fieldVerbs } from './fields/index.ts'
import { figureReads } from './figures.ts'
import { templateEvents, templateReads, templateVerbs } from './forms/index.ts'
import { healthEvents, healthReads, healthVerbs } from './health.ts'
import { importEvents, importReads, importVerbs } from './imports/index.ts'
import { jobEvents, jobReads, jobVerbs } from './jobs.ts'
import { cannedReplyReads, cannedReplyVerbs, macroEvents, macroReads, macroVerbs } from './macros.ts'
import { notificationReads, notificationVerbs } from './notifications.ts'
import { outsideEvents, outsideReads, outsideVerbs } from './outside.ts'
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
import { portalEvents, portalReads, portalVerbs } from './portal.ts'
import { searchReads } from './search.ts'
import { slaEvents, slaReads, slaVerbs } from './sla.ts'
import { surveyEvents, surveyReads, surveyVerbs } from './surveys.ts'
import { ticketEvents, ticketReads, ticketVerbs } from './tickets.ts'
import { viewEvents, viewReads, viewVerbs } from './views.ts'

export * from './calendars/index.ts'
export * from './calls.ts'
export * from './catalogue.ts'
export * from './cells/index.ts'
export * from './clocks.ts'
export * from './compliance.ts'
export * from './conditions/index.ts'
export * from './customers.ts'
export * from './deliveries.ts'
export * from './desk.ts'
export * from './dispatch.ts'
export * from './durations.ts'
export * from './fields/index.ts'
export * from './figure-names.ts'
export * from './figures.ts'
export * from './form.ts'
export * from './forms/index.ts'
export * from './health.ts'
export * from './imports/index.ts'
export * from './jobs.ts'
export * from './locales/index.ts'
export * from './macros.ts'
export * from './named-text.ts'
export * from './notice.ts'
export * from './notifications.ts'
export * from './outside.ts'
export * from './outside-check.ts'
export * from './outside-forms.ts'
export * from './people.ts'
export * from './placeholders.ts'
export * from './portal.ts'
export * from './quick.ts'
export * from './quoted.ts'
export * from './records.ts'
export * from './search.ts'
export * from './sentences.ts'
export * from './shapes.ts'
export * from './sla.ts'
export * from './sms-parts.ts'
export * from './states.ts'
export * from './steps.ts'
export * from './surveys.ts'
export * from './ticket-fields.ts'
export * from './tickets.ts'
export * from './views.ts'

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
  ...viewVerbs,
  ...fieldVerbs,
  ...templateVerbs,
  ...calendarVerbs,
  ...slaVerbs,
  ...outsideVerbs,
  ...healthVerbs,
  ...ticketVerbs,
  ...macroVerbs,
  ...cannedReplyVerbs,
  ...surveyVerbs,
  ...portalVerbs,
  ...jobVerbs,
  ...importVerbs,
  ...notificationVerbs,
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
  ...viewReads,
  ...fieldReads,
  ...templateReads,
  ...calendarReads,
  ...slaReads,
  ...outsideReads,
  ...healthReads,
  ...ticketReads,
  ...macroReads,
  ...cannedReplyReads,
  ...surveyReads,
  ...portalReads,
  ...searchReads,
  ...jobReads,
  ...importReads,
  ...notificationReads,
  ...figureReads,
} as const

export const events = {
  ...peopleEvents,
  ...customerEvents,
  ...callEvents,
  ...deskEvents,
  ...viewEvents,
  ...fieldEvents,
  ...templateEvents,
  ...calendarEvents,
  ...slaEvents,
  ...healthEvents,
  ...outsideEvents,
  ...ticketEvents,
  ...macroEvents,
  ...surveyEvents,
  ...portalEvents,
  ...jobEvents,
  ...importEvents,
} as const

export type VerbName = keyof typeof verbs
export type ReadName = keyof typeof reads
export type EventName = keyof typeof events
export type VerbInput<N extends VerbName> = z.output<(typeof verbs)[N]['input']>
export type VerbSent<N extends VerbName> = z.input<(typeof verbs)[N]['input']>
export type ReadInput<N extends ReadName> = z.output<(typeof reads)[N]['input']>
export type ReadSent<N extends ReadName> = z.input<(typeof reads)[N]['input']>
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]['payload']>
/** What a page tells beside its items. */
export type Beside<N extends ReadName> = (typeof reads)[N] extends { beside: infer B }
  ? { [K in keyof B]: B[K] extends z.ZodType ? z.output<B[K]> : never }
  : object

export const isVerb = (name: string): name is VerbName => Object.hasOwn(verbs, name)
export const isRead = (name: string): name is ReadName => Object.hasOwn(reads, name)
