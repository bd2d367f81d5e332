import { type VerbInput, wordIn } from '@baton/contract'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { beginJob } from '../../kernel/jobs/index.ts'
import { type FieldProblem, invalid, invalidField, Problem } from '../../kernel/problems.ts'
import { add, done, tell } from '../../kernel/steps.ts'
import { type Preparing, verb } from '../../kernel/verb.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { freeFiles } from '../files/index.ts'
import { directory } from '../people/index.ts'
import { templates } from '../templates/index.ts'
import { scopeOf } from './known.ts'
import { cellsInWords } from './preview.ts'
import type { ImportRequest } from './request.ts'
import { withTable } from './source.ts'
import { targetsOf } from './targets.ts'

type Input = VerbInput<'ticket.import'>

/** Checks all that can be known of the file and the mapping, and answers at once: the rows are read in the background. */
export const importTickets = verb<'ticket.import', { name: string; headers: string[] }>('ticket.import', {
  async prepare(preparing, input) {
    const problems = [...problemsOfMapping(preparing, input), ...problemsOfDefaults(preparing, input)]
    if (problems.length > 0) throw invalid(problems)
    if (!(await freeFiles(preparing.db, [input.fileId], preparing.caller)).has(input.fileId))
      throw invalidField('fileId', 'import.file')
    const found = await withTable(preparing, input.fileId, async (table, name) => {
      if (input.sheet >= table.sheets.length) throw new Problem(422, 'import.sheet', { name })
      for await (const { n, cells } of table.rows(input.sheet)) {
        if (n === input.headerRow) return { name, headers: cellsInWords(cells) }
        if (n > input.headerRow) break
      }
      return { name, headers: [] }
    })
    if (!found) throw invalidField('fileId', 'import.file')
    return found
  },
  decide({ prepared: { name, headers } }, { key, ...input }, { caller, now }) {
    const id = newId()
    const request: ImportRequest = {
      ...input,
      name,
      headers,
      key: key.length > 0 ? { columns: key, scope: scopeOf(key, input.mapping, headers) } : null,
    }
    return done(id, [
      beginJob({ id, kind: 'import', request: { ...request }, ahead: { after: input.headerRow } }, caller, now),
      add('kept_files', { job_id: id, file_id: input.fileId }),
      tell('job.started', deskTopic, id, { kind: 'import', verb: null, count: null }),
    ])
  },
})

function problemsOfMapping(preparing: Preparing, { mapping, defaults }: Input): FieldProblem[] {
  const targets = new Map(targetsOf(preparing, defaults.templateId).map(target => [target.field, target]))
  const name = (field: string) =>
    targets.get(field)?.name ?? wordIn(preparing.caller.locale, 'fileColumn', field) ?? field
  const problems = mapping.flatMap(({ column, field }, at): FieldProblem[] => {
    const path = `mapping.${at}`
    if (!targets.has(field)) return [{ path: `${path}.field`, code: 'import.noField', params: { name: field } }]
    const others = mapping.slice(0, at)
    if (others.some(one => one.field === field))
      return [{ path: `${path}.field`, code: 'import.fieldTwice', params: { name: name(field) } }]
    return others.some(one => one.column === column) ? [{ path: `${path}.column`, code: 'import.columnTwice' }] : []
  })
  const { byId, usual } = preparing.picture.of(templates)
  const opens = (byId(defaults.templateId ?? '') ?? usual('ticket')).opens
  const lacksSubject = !opens.subject && !mapping.some(({ field }) => field === 'subject')
  return [...problems, ...(lacksSubject ? [{ path: 'mapping', code: 'import.noSubject' }] : [])]
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
