import type { AgentRecord, Records } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../session/api.ts'
import { useMe } from '../session/me.ts'

export type DepartmentRecord = Records['department']

const fresh = 5 * 60_000
const most = 2000

/** Everybody at work here, for pickers and names; empty where one may not ask. */
export function useAgents(): readonly AgentRecord[] {
  const me = useMe()
  const { data } = useQuery({
    queryKey: ['agent.list', 'all'],
    queryFn: allAgents,
    staleTime: fresh,
    enabled: me.may('agent.list'),
  })
  return data ?? none
}

export function useDepartments(): readonly DepartmentRecord[] {
  const { data } = useQuery({ queryKey: ['department.list', 'all'], queryFn: allDepartments, staleTime: fresh })
  return data ?? none
}

/** Names of people and departments by id. */
export function useNames(): (id: string | null) => string | undefined {
  const agents = useAgents()
  const departments = useDepartments()
  return useMemo(() => {
    const names = new Map<string, string>()
    for (const { id, name } of departments) names.set(id, name)
    for (const { id, name } of agents) names.set(id, name)
    return id => (id ? names.get(id) : undefined)
  }, [agents, departments])
}

const none: readonly never[] = []

async function allAgents(): Promise<AgentRecord[]> {
  const found: AgentRecord[] = []
  let cursor: string | null = null
  do {
    const page: { items: AgentRecord[]; nextCursor: string | null } = await ask('agent.list', {
      limit: 200,
      ...(cursor && { cursor }),
    })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor && found.length < most)
  return found
}

async function allDepartments(): Promise<DepartmentRecord[]> {
  const found: DepartmentRecord[] = []
  let cursor: string | null = null
  do {
    const page: { items: DepartmentRecord[]; nextCursor: string | null } = await ask('department.list', {
      limit: 200,
      ...(cursor && { cursor }),
    })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor && found.length < most)
  return found
}
