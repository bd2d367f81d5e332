import { Icon } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTimes } from '../../words/times.ts'
import { useWords } from '../words/index.ts'
import style from './Health.module.css'
import { sizeOf } from './sizes.ts'
import { useTaskNames } from './tasks.ts'
import { type HealthRecord, troublesOf } from './troubles.ts'

/** Whether all is well; else what is wrong and what to do about it, a sentence each. */
export function Verdict({ health }: { health: HealthRecord }): ReactNode {
  const { t } = useWords()
  const said = useSentences(health)
  const isFine = said.length === 0
  return (
    <div className={style.verdict} data-fine={isFine || undefined}>
      <Icon name={isFine ? 'done' : 'warning'} size={20} />
      {isFine ? (
        <p>{t('health.fine')}</p>
      ) : (
        <ul>
          {said.map((sentence, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no identity
            <li key={at}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useSentences(health: HealthRecord): ReactNode[] {
  const { t } = useWords()
  const times = useTimes()
  const nameOf = useTaskNames()
  const now = Date.now()
  const found = troublesOf(health, now)
  const leads = (page: 'deliveries' | 'mails', words: string) => (
    <Link key={page} to="/settings/{-$page}/{-$id}" params={{ page, id: undefined }}>
      {words}
    </Link>
  )
  return [
    ...found.lagging.map(({ name, lagSeconds }) =>
      t('health.lagging', { name: nameOf(name), time: times.length(lagSeconds) }),
    ),
    ...found.parked.map(({ name, parked: count }) => t('health.parked', { name: nameOf(name), count })),
    ...(found.overdue > 0
      ? [t('health.overdue', { count: found.overdue, time: times.length(health.timersLateSeconds) })]
      : []),
    ...(found.clocks > 0 ? [t('health.clocksWrong', { count: found.clocks })] : []),
    ...(found.horizon
      ? [t('health.horizon', { time: times.length(health.horizonAgeSeconds), owner: health.horizonOwner ?? '?' })]
      : []),
    ...(found.failed > 0 ? [leads('deliveries', t('health.failed', { count: found.failed }))] : []),
    ...(found.quarantined > 0 ? [leads('mails', t('health.quarantined', { count: found.quarantined }))] : []),
    ...(found.disk
      ? [t('health.disk', { free: sizeOf(found.disk.freeBytes), share: `${(found.disk.share * 100).toFixed(1)}%` })]
      : []),
    ...found.silent.map(({ host, pid, seenAt }) =>
      t('health.silent', { name: `${host}:${pid}`, time: times.length((now - Date.parse(seenAt)) / 1000) }),
    ),
    ...(found.noWorker ? [t('health.noWorker')] : []),
  ]
}
