import { type VerbName, type VerbSent, verbs } from '@baton/contract'
import { type Query, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call, type VerbAnswer } from '../session/api.ts'
import { meKey } from '../session/me.ts'
import { isProblem } from '../session/problem.ts'

export type Do = <N extends VerbName>(name: N, input: VerbSent<N>) => Promise<VerbAnswer<N>>

/**
 * Does a verb of the desk's arrangements, and has everything asked again that tells of its kind. Throws a `Problem`; when
 * somebody else was quicker, not before what they wrote is here.
 */
export function useDo(): Do {
  const queries = useQueryClient()
  return useCallback(
    async (name, input) => {
      const kind = verbs[name].answers
      const about = ({ queryKey: [read] }: Query) => read === 'audit.list' || String(read).startsWith(`${kind}.`)
      const record = await call(name, input).catch(async (error: unknown) => {
        if (isProblem(error, 'conflict')) await queries.invalidateQueries({ predicate: about })
        throw error
      })
      void queries.invalidateQueries({ predicate: about }) // each query tells its own failure
      if (mine.has(kind)) void queries.invalidateQueries({ queryKey: meKey })
      return record
    },
    [queries],
  )
}

/** What one may and what the desk is called come with one's own session. */
const mine = new Set<string>(['agent', 'role', 'settings'])
