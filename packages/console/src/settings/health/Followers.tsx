import { healthLimits } from '@baton/contract'
import type { ReactNode } from 'react'
import { useDo } from '../../forms/useDo.ts'
import { useMe } from '../../session/me.ts'
import { useTimes } from '../../words/times.ts'
import { Retry } from '../Retry.tsx'
import { useWords } from '../words/index.ts'
import style from './Health.module.css'
import { Table } from './Table.tsx'
import { useTaskNames } from './tasks.ts'
import type { HealthRecord } from './troubles.ts'

/** How far each reader of the event log is, and its second try at what it failed at. */
export function Followers({ health }: { health: HealthRecord }): ReactNode {
  const { t } = useWords()
  const nameOf = useTaskNames()
  const times = useTimes()
  const perform = useDo()
  const may = useMe().may('health.replay')
  return (
    <Table
      title={t('health.followers')}
      under={t('health.followersUnder')}
      heads={[t('health.name'), t('health.lagEvents'), t('health.lagTime'), t('health.parkedEvents')]}
    >
      {health.followers.map(({ name, lagEvents, lagSeconds, parked, replaying }) => (
        <tr key={name}>
          <th scope="row">{nameOf(name)}</th>
          <td>{lagEvents}</td>
          <td data-wrong={lagSeconds > healthLimits.lagSeconds || undefined}>
            {lagSeconds < 1 ? '—' : times.length(lagSeconds)}
          </td>
          <td data-wrong={parked > 0 || undefined}>
            <span className={style.again}>
              {parked || '—'}
              {replaying && <span>{t('health.replaying')}</span>}
              {may && parked > 0 && !replaying && (
                <Retry
                  word={t('health.replay')}
                  did={t('health.didReplay', { name: nameOf(name) })}
                  run={() => perform('health.replay', { follower: name })}
                />
              )}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  )
}
