import { type Rung, type VerbName, verbs } from '@baton/contract'
import { parse } from '../../kernel/parse.ts'
import { Problem } from '../../kernel/problems.ts'
import { type Refusal, refuseField } from '../../kernel/steps.ts'

/** Whatever acts on one ticket, but for what only a channel or Baton's machinery does, or nobody but a person can. */
const ofItself: readonly string[] = [
  'ticket.tick',
  'ticket.remindAppointment',
  'ticket.retime',
  'ticket.see',
  'ticket.receive',
  'ticket.recordCall',
  'ticket.claim',
]
export const ladderVerbs: readonly VerbName[] = (Object.keys(verbs) as VerbName[]).filter(
  name => name.startsWith('ticket.') && 'ticketId' in verbs[name].input.shape && !ofItself.includes(name),
)

/** The first rung whose verb is none for a ticket, or does not take what it is given. */
export function refuseLadder(ladder: readonly Rung[], path: string): Refusal | undefined {
  for (const [at, { verb, input }] of ladder.entries()) {
    const name = ladderVerbs.find(one => one === verb)
    if (!name) return refuseField(`${path}.${at}.verb`, 'ladder.verb')
    const problem = problemOf(name, input)
    if (problem) return { refusal: new Problem(422, 'invalid', {}, within(problem, `${path}.${at}.input`)) }
  }
  return undefined
}

function problemOf(verb: VerbName, input: Record<string, unknown>): Problem | undefined {
  try {
    parse(verbs[verb].input, { ...input, ticketId: anyTicket })
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

const anyTicket = '00000000-0000-4000-8000-000000000000'

const within = ({ fields }: Problem, path: string) => fields.map(field => ({ ...field, path: `${path}.${field.path}` }))
