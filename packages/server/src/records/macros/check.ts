import { alertRoles, type MacroStep } from '@baton/contract'
import { keptProblems } from '../../kernel/kept.ts'
import { type FieldProblem, invalid } from '../../kernel/problems.ts'
import type { Refusal } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { keptPhone } from '../customers/index.ts'
import { keptFieldProblems } from '../fields/index.ts'
import { directory } from '../people/index.ts'
import { anyTicket, ticketDeeds } from '../sla/index.ts'

/** What holds at one moment only, for one ticket only, or once only: a macro cannot keep it. */
const momentary = [
  'ticketId',
  'version',
  'seenSeq',
  'seenStatus',
  'seenAssigneeId',
  'customerId',
  'callId',
  'attachmentIds',
  'until',
]

/** Steps whose verb is none for a ticket, that do not take what they are given, or that name what does not exist. */
export function refuseSteps(steps: readonly MacroStep[], call: Call): Refusal | undefined {
  const problems = [
    ...keptProblems(steps, { path: 'steps', among: ticketDeeds, given: { ticketId: anyTicket }, code: 'macro.verb' }),
    ...steps.flatMap(({ verb, input }, at) =>
      [
        ...momentaryIn(input),
        ...nobodyIn(verb, input),
        ...strangersIn(input, call),
        ...keptFieldProblems('ticket', input.fields, call, keptPhone),
      ].map(problem => ({
        ...problem,
        path: `steps.${at}.input.${problem.path}`,
      })),
    ),
  ]
  return problems.length > 0 ? { refusal: invalid(problems) } : undefined
}

const momentaryIn = (input: MacroStep['input']): FieldProblem[] =>
  momentary.filter(key => Object.hasOwn(input, key)).map(path => ({ path, code: 'macro.momentary' }))

/** Handing on says to whom: the verbs themselves ask only when they are done. */
const nobodyIn = (verb: string, input: MacroStep['input']): FieldProblem[] =>
  (verb === 'ticket.transfer' || verb === 'ticket.assign') &&
  input.departmentId === undefined &&
  input.assigneeId === undefined
    ? [{ path: 'departmentId', code: 'one.needed', params: { options: 'departmentId, assigneeId' } }]
    : []

/** Ids of what does not exist, or is in use no more. */
function strangersIn(input: MacroStep['input'], call: Call): FieldProblem[] {
  const { agents, departments } = call.of(directory)
  const person = (path: string, id: unknown): FieldProblem[] => {
    const status = agents.get(String(id))?.status
    if (status === 'active') return []
    return [{ path, code: status ? 'disabled' : 'unknown_id' }]
  }
  const said = (key: string): boolean => typeof input[key] === 'string'
  const department = said('departmentId') ? departments.get(String(input.departmentId)) : undefined
  const category = said('category') ? call.of(categories).byIdOrPath(String(input.category)) : undefined
  const called = (Array.isArray(input.to) ? input.to : []).map((to, at) => ({ to, at }))
  const mentioned = Array.isArray(input.mentionIds) ? input.mentionIds : []
  return [
    ...(said('departmentId') && !department ? [{ path: 'departmentId', code: 'unknown_id' }] : []),
    ...(department?.archived ? [{ path: 'departmentId', code: 'archived' }] : []),
    ...(said('assigneeId') ? person('assigneeId', input.assigneeId) : []),
    ...(said('category') && (!category || category.archived) ? [{ path: 'category', code: 'category.unknown' }] : []),
    ...(said('requestType') && !call.of(requestTypes).has(String(input.requestType))
      ? [{ path: 'requestType', code: 'unknown_id' }]
      : []),
    ...called.flatMap(({ to, at }) => ((alertRoles as readonly unknown[]).includes(to) ? [] : person(`to.${at}`, to))),
    ...mentioned.flatMap((id, at) => person(`mentionIds.${at}`, id)),
  ]
}
