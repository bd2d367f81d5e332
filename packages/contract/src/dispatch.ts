import { z } from 'zod'
import { id } from './shapes.ts'

/** How a department's waiting tickets find a person: Baton gives them out, or members take them. */
export const dispatchModes = ['auto', 'claim'] as const
export type DispatchMode = (typeof dispatchModes)[number]

/** Where a person was looked for, in this order (requirements 0.5): the department itself, those beside it, the default one. */
export const dispatchSteps = ['department', 'siblings', 'default'] as const
export type DispatchStep = (typeof dispatchSteps)[number]

/**
 * Why somebody did not get it: may not handle it, lacks a skill, is not ready, has too much in hand; or could have had
 * it and has more in hand than the chosen one, or as much and got one more recently.
 */
export const dispatchReasons = [
  'right',
  'skill',
  'offline',
  'busy',
  'break',
  'away',
  'full',
  'busier',
  'later',
] as const
export type DispatchReason = (typeof dispatchReasons)[number]

const person = { agentId: id, departmentId: id, step: z.enum(dispatchSteps), load: z.number(), capacity: z.int() }

/** Why a ticket went to a person, or to nobody. Kept with the hand-over, shown by 「为什么到这里？」. */
export const dispatchDecision = z.object({
  /** What the ticket asks for. */
  skills: z.array(z.string()),
  /** What it weighs against a capacity. */
  weight: z.number(),
  /** The load is that before the ticket. */
  chosen: z.object(person).nullable(),
  /** Nobody of the department who could take it is signed in: then it waits for them and goes nowhere else. */
  offDuty: z.boolean(),
  /** Those who are signed in, the nearest to being chosen first; at most 20. */
  rejected: z.array(z.object({ ...person, why: z.enum(dispatchReasons) })),
  /** All of them by reason, those who are not signed in too. */
  counts: z.partialRecord(z.enum(dispatchReasons), z.int()),
})
export type DispatchDecision = z.output<typeof dispatchDecision>
