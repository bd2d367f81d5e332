import type { AgentRecord } from '@baton/contract'
import { Bar } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/index.ts'

/** How much somebody has in hand of what they can hold. */
export function Load({ person: { load, capacity } }: { person: Pick<AgentRecord, 'load' | 'capacity'> }): ReactNode {
  const { t } = useWords()
  const share = capacity > 0 ? load / capacity : 1
  const colour = share >= 1 ? 'var(--orange)' : 'var(--accent)'
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }} data-hint={t('people.loadHint')}>
      <Bar share={share} colour={colour} width={48} />
      {load}/{capacity}
    </span>
  )
}
