import type { Option } from '@baton/ui'
import { useMemo } from 'react'
import { useAgents } from './directory.ts'
import { PersonChip } from './PersonChip.tsx'

/** Everybody at work here, to be chosen from: by name or employee number. */
export function usePersonOptions(): Option[] {
  const agents = useAgents()
  return useMemo(
    () =>
      agents
        .filter(agent => agent.status === 'active')
        .map(({ id, name, employeeNo, presence }) => ({
          value: id,
          label: name,
          also: employeeNo,
          face: <PersonChip name={name} presence={presence} also={employeeNo} />,
        })),
    [agents],
  )
}
