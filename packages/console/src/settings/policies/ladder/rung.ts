import type { Rung } from '@baton/contract'
import { asks } from '../../../steps/asks.ts'

/** What most want: when nobody has kept it, whoever leads the department hears of it. */
export const begun: Rung = { seconds: 30 * 60, verb: 'ticket.alert', input: { to: ['managers'] } }

/** By their times; those of the same time stay as they were. */
export const byTime = (ladder: readonly Rung[]): Rung[] => ladder.toSorted((a, b) => a.seconds - b.seconds)

/** Baton itself is nobody who could claim a ticket. */
export const ladderVerbs: readonly string[] = Object.keys(asks).filter(verb => verb !== 'ticket.claim')
