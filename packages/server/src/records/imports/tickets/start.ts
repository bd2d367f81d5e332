import type { VerbInput } from '@baton/contract'
import type { FieldProblem } from '../../../kernel/problems.ts'
import { type Preparing, verb } from '../../../kernel/verb.ts'
import { categories, requestTypes } from '../../categories/index.ts'
import { directory } from '../../people/index.ts'
import { templates } from '../../templates/index.ts'
import { beginImport, type Found, lookInto, problemsOfMapping } from '../begin.ts'
import { templateOf, ticketTargets } from './targets.ts'

type Input = VerbInput<'ticket.import'>

export const importTickets = verb<'ticket.import', Found>('ticket.import', {
  prepare: (preparing, input) =>
    lookInto(preparing, input, [
      ...problemsOfMapping(preparing, input, ticketTargets(preparing, input.defaults.templateId)),
      ...problemsOfSubject(preparing, input),
      ...problemsOfDefaults(preparing, input),
    ]),
  decide: ({ prepared }, input, call) => beginImport('ticket', input, prepared, call),
})

function problemsOfSubject(preparing: Preparing, { mapping, defaults }: Input): FieldProblem[] {
  if (mapping.some(({ field }) => field === 'subject')) return []
  return templateOf(preparing, defaults.templateId).opens.subject ? [] : [{ path: 'mapping', code: 'import.noSubject' }]
}

function problemsOfDefaults({ picture }: Preparing, { defaults }: Input): FieldProblem[] {
  const { templateId, categoryId, departmentId, assigneeId, requestType } = defaults
  const template = templateId ? picture.of(templates).byId(templateId) : undefined
  const { agents, departments } = picture.of(directory)
  const wrong = (name: string, is: boolean, code = 'unknown_id') => (is ? [{ path: `defaults.${name}`, code }] : [])
  return [
    ...wrong('templateId', templateId !== undefined && template?.of !== 'ticket'),
    ...wrong('templateId', template?.archived === true, 'archived'),
    ...wrong('categoryId', categoryId !== undefined && !picture.of(categories).byId(categoryId)),
    ...wrong('departmentId', departmentId !== undefined && !departments.has(departmentId)),
    ...wrong('assigneeId', assigneeId !== undefined && !agents.has(assigneeId)),
    ...wrong('requestType', requestType !== undefined && !picture.of(requestTypes).has(requestType)),
  ]
}
