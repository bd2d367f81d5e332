import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../session/api.ts'
import { useProblemText } from '../session/problem-text.ts'
import type { JobRecord } from './job.ts'

type JobVerb = 'job.cancel' | 'job.undo' | 'job.retry'

/** Stops a job, takes it back, or tries again; of the last two another job comes, which `onBegun` hears of. */
export function useJobDo(jobId: string, onBegun: (job: JobRecord) => void) {
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const go = async (verb: JobVerb) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const job = await call(verb, { jobId })
      queries.setQueryData(['job.get', { id: job.id }], job)
      if (job.id !== jobId) onBegun(job)
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setBusy(false)
      for (const read of ['job.get', 'job.list', 'job.rows']) void queries.invalidateQueries({ queryKey: [read] }) // each query tells its own failure
    }
  }
  return { run: (verb: JobVerb) => void go(verb), busy, problem } // shows its own problem
}
