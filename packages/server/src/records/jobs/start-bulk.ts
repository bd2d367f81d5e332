import { type VerbInput, type VerbName, verbs } from '@baton/contract'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { beginJob } from '../../kernel/jobs/index.ts'
import { mayAtAll } from '../../kernel/may.ts'
import { parse } from '../../kernel/parse.ts'
import { type FieldProblem, invalid, Problem } from '../../kernel/problems.ts'
import { done, type Row, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { canBeUndone, type Selection, selectionOf } from '../tickets/index.ts'
import type { BulkAhead, BulkRequest } from './bulk.ts'

type Input = VerbInput<'bulk.start'>

/** Checks all that can be known before anything is done, and answers at once: the rows are found and done in the background. */
export const startBulk = verb<'bulk.start', { selection: Selection | undefined }>('bulk.start', {
  async prepare(preparing, input) {
    const problems = [...problemsOfChoice(input), ...problemsOfInput(input)]
    if (problems.length > 0) throw invalid(problems)
    mayAtAll(input.verb as VerbName, preparing.caller)
    return { selection: input.ticketIds ? undefined : await selectionOf(preparing, input) }
  },
  decide({ prepared }, input, { caller, now }) {
    const id = newId()
    const { selection } = prepared
    const ticketIds = input.ticketIds && [...new Set(input.ticketIds.map(one => one.toLowerCase()))]
    const request: BulkRequest = { input: input.input, ...(selection && { selection }) }
    const ahead: BulkAhead = ticketIds
      ? { ticketIds }
      : { after: null, ...(input.exceptIds && { exceptIds: input.exceptIds.map(one => one.toLowerCase()) }) }
    const job = {
      id,
      kind: 'bulk',
      verb: input.verb,
      request: { ...request },
      ahead: { ...ahead },
      undoable: canBeUndone(input.verb),
      total: ticketIds?.length ?? 0,
    }
    const count = ticketIds?.length ?? null
    return done(id, [
      beginJob(job, caller, now),
      tell('job.started', deskTopic, id, { kind: 'bulk', verb: input.verb, count }),
    ])
  },
})

/** Tickets are named, or chosen, and not both. */
function problemsOfChoice({ ticketIds, view, where, text, exceptIds }: Input): FieldProblem[] {
  const isChosen = view !== undefined || where !== undefined || text !== undefined
  if (!ticketIds && !isChosen)
    return [{ path: 'ticketIds', code: 'one.needed', params: { options: 'ticketIds, view, where, text' } }]
  if (ticketIds && isChosen) return [{ path: 'ticketIds', code: 'bulk.both' }]
  return ticketIds && exceptIds ? [{ path: 'exceptIds', code: 'bulk.both' }] : []
}

/** What each ticket has of its own. */
const ownOfEach = ['ticketId', 'version', 'seenSeq', 'seenStatus', 'seenAssigneeId']
const anyTicket = '00000000-0000-4000-8000-000000000000'

/** The verb's own input is checked now, not a thousand times later. */
function problemsOfInput({ verb: name, input }: Input): FieldProblem[] {
  const own = ownOfEach.filter(key => key in input)
  if (own.length > 0) return own.map(key => ({ path: `input.${key}`, code: 'bulk.one' }))
  try {
    const { attachmentIds } = parse(verbs[name as VerbName].input, { ...input, ticketId: anyTicket }) as Row
    return Array.isArray(attachmentIds) && attachmentIds.length > 0
      ? [{ path: 'input.attachmentIds', code: 'bulk.files' }]
      : []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.fields.map(field => ({ ...field, path: field.path ? `input.${field.path}` : 'input' }))
  }
}
