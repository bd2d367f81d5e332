import { useQuery } from '@tanstack/react-query'
import { reading } from '../session/ask.ts'

/** The server tells of progress by itself; should its word be lost, it is asked this often. Milliseconds. */
export const askedEvery = 3000

/** A job, as it goes on. */
export const useJob = (id: string, enabled = true) =>
  useQuery({
    ...reading('job.get', { id }),
    enabled,
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : askedEvery),
  })
