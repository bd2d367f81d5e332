import type { AgentRecord } from '@baton/contract'
import { Avatar } from '@baton/ui'
import type { ReactNode } from 'react'
import { presenceColour } from '../../people/presence.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { useWords } from '../words/index.ts'
import { Load } from './Load.tsx'

/** How somebody is right now: at work or not, since when, with how much in hand. */
export function Standing({ person }: { person: AgentRecord }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const times = useTimes()
  return (
    <div style={{ display: 'flex', gap: 12, alignItems: 'center', fontSize: 13, color: 'var(--ink-2)' }}>
      <Avatar
        name={person.name}
        size={40}
        dot={person.status === 'active' ? presenceColour[person.presence] : undefined}
      />
      <div style={{ minWidth: 0 }}>
        <div>
          {shared(`presence.${person.presence}`)}
          <span style={{ color: 'var(--ink-3)' }}>
            {' '}
            · {t('people.since', { time: times.moment(person.presenceAt) })}
          </span>
        </div>
        {person.status === 'active' && <Load person={person} />}
      </div>
    </div>
  )
}
