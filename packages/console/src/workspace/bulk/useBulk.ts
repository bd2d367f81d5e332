import { useQueryClient } from '@tanstack/react-query'
import { useTellJob } from '../../jobs/useTellJob.tsx'
import { call } from '../../session/api.ts'
import { isProblem, Problem } from '../../session/problem.ts'
import type { TicketVerb } from '../../tickets/verbs.ts'

/** Begins to do a verb to all that is chosen, and says so. A refusal is thrown, told by the verb's own fields. */
export function useBulk(which: object, onBegun: () => void) {
  const queries = useQueryClient()
  const tell = useTellJob()
  return async (verb: TicketVerb | 'macro.run', input: object) => {
    const job = await call('bulk.start', { verb, input: { ...input }, ...which }).catch(inOwnWords)
    queries.setQueryData(['job.get', { id: job.id }], job)
    void queries.invalidateQueries({ queryKey: ['job.list'] }) // the query tells its own failure
    onBegun()
    tell(job)
  }
}

/** `input.reason` is the sheet's `reason`. */
function inOwnWords(error: unknown): never {
  if (!isProblem(error)) throw error
  const fields = error.fields.map(field => ({ ...field, path: field.path.replace(/^input\./, '') }))
  throw new Problem(error.status, error.code, error.message, fields)
}
