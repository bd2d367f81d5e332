import type { AgentRecord, Records } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { ask } from './api.ts'
import { isProblem } from './problem.ts'

export type Session = Records['session']

export const meKey = ['session.me', {}] as const

/** Who is signed in here; null when nobody is. */
export const useSession = () =>
  useQuery({
    queryKey: meKey,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return await ask('session.me', {}, signal)
      } catch (error) {
        if (isProblem(error) && error.status === 401) return null
        throw error
      }
    },
    staleTime: 60_000,
  })

export interface Me {
  agent: AgentRecord
  may: (name: string) => boolean
  /** Whether a field, or what it is a part of, is withheld: `fields.orderNo` with `fields`. */
  isHidden: (field: string) => boolean
  /** Whether a field is shown only: of what is there already it may not be changed. */
  isFrozen: (field: string) => boolean
  deskName: string
}

export const MeContext = createContext<Me | undefined>(undefined)

/** The person at this screen. Everything below the gate has one. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe stands outside the gate')
  return me
}
