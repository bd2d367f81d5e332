import { type Rung, type VerbName, verbs } from '@baton/contract'
import { keptProblems } from '../../kernel/kept.ts'
import { invalid } from '../../kernel/problems.ts'
import type { Refusal } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { keptPhone } from '../customers/index.ts'
import { keptFieldProblems } from '../fields/index.ts'

/** What only a channel or Baton's machinery does to a ticket, or nobody but a person at that moment can. */
const ofItself: readonly string[] = [
  'ticket.tick',
  'ticket.remindAppointment',
  'ticket.retime',
  'ticket.see',
  'ticket.receive',
  'ticket.recordCall',
]
/** Whatever acts on one ticket and can be kept to be done to any. */
export const ticketDeeds: readonly VerbName[] = (Object.keys(verbs) as VerbName[]).filter(
  name => name.startsWith('ticket.') && 'ticketId' in verbs[name].input.shape && !ofItself.includes(name),
)
/** Baton itself is nobody who could claim a ticket. */
const ladderVerbs = ticketDeeds.filter(name => name !== 'ticket.claim')

/** Any ticket, where the shape of a verb asks for one. */
export const anyTicket = '00000000-0000-4000-8000-000000000000'

/** The rungs whose verb is none for a ticket, or does not take what it is given. */
export function refuseLadder(ladder: readonly Rung[], path: string, call: Call): Refusal | undefined {
  const problems = [
    ...keptProblems(ladder, { path, among: ladderVerbs, given: { ticketId: anyTicket }, code: 'ladder.verb' }),
    ...ladder.flatMap(({ input }, at) =>
      keptFieldProblems('ticket', input.fields, call, keptPhone).map(problem => ({
        ...problem,
        path: `${path}.${at}.input.${problem.path}`,
      })),
    ),
  ]
  return problems.length > 0 ? { refusal: invalid(problems) } : undefined
}
