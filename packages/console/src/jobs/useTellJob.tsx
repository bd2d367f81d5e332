import { useSay } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { JobToast } from './JobToast.tsx'
import type { JobRecord } from './job.ts'

/** Says that a job has begun, how far it is, and what came of it. */
export function useTellJob(): (job: JobRecord) => void {
  const say = useSay()
  const navigate = useNavigate()
  return useCallback(
    function tell(job: JobRecord) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const open = () => void navigate({ to: '/jobs/{-$jobId}', params: { jobId: job.id } }) // shows its own page
      say({ title: <JobToast job={job} onEnd={resolve} onOpen={open} onBegun={tell} />, until: promise })
    },
    [say, navigate],
  )
}
