import { healthLimits, wordIn } from '@baton/contract'
import type { ReactNode } from 'react'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { useWords } from '../words/index.ts'
import style from './Health.module.css'
import { sizeOf } from './sizes.ts'
import { Table } from './Table.tsx'
import type { HealthRecord } from './troubles.ts'

interface Props {
  health: HealthRecord
}

/** What is on its way or stands still. */
export function Waiting({ health }: Props): ReactNode {
  const { t, i18n } = useWords()
  const { t: shared } = useSharedWords()
  return (
    <Facts
      title={t('health.waiting')}
      facts={[
        ...Object.entries(health.deliveries).map(([status, count]): [string, ReactNode] => [
          `${shared('settings.deliveries')} · ${shared(`delivery.${status as 'queued'}`)}`,
          count,
        ]),
        ...Object.entries(health.mails).map(([outcome, count]): [string, ReactNode] => [
          `${shared('settings.mails')} · ${wordIn(i18n.language, 'outcome', outcome) ?? outcome}`,
          count,
        ]),
        [t('health.timers'), health.timersOverdue],
      ]}
    />
  )
}

export function Room({ health }: Props): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const { freeBytes, totalBytes } = health.disk
  return (
    <Facts
      title={t('health.room')}
      facts={[
        [t('health.diskFree'), t('health.diskOf', { free: sizeOf(freeBytes), total: sizeOf(totalBytes) })],
        [t('health.databaseSize'), sizeOf(health.database.bytes)],
        [
          t('health.horizonAge'),
          health.horizonOwner
            ? t('health.horizonLine', { time: times.length(health.horizonAgeSeconds), owner: health.horizonOwner })
            : t('health.nobodyHolds'),
        ],
      ]}
    />
  )
}

export function Processes({ health }: Props): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const now = Date.now()
  return (
    <Table
      title={t('health.processes')}
      under={t('health.processesUnder')}
      heads={[t('health.process'), t('health.role'), t('health.version'), t('health.since'), t('health.seen')]}
    >
      {health.processes.map(({ id, host, pid, role, version, startedAt, seenAt }) => (
        <tr key={id}>
          <th scope="row">
            {host} · {pid}
          </th>
          <td>{t(`health.roles.${role as 'all'}`, { defaultValue: role })}</td>
          <td>{version}</td>
          <td>{times.moment(startedAt)}</td>
          <td data-wrong={now - Date.parse(seenAt) > healthLimits.silentSeconds * 1000 || undefined}>
            {times.moment(seenAt)}
          </td>
        </tr>
      ))}
    </Table>
  )
}

export function About({ health }: Props): ReactNode {
  const { t } = useWords()
  const { version, embedded } = health.database
  return (
    <Facts
      title={t('health.about')}
      facts={[
        [t('health.node'), health.version],
        ['PostgreSQL', `${version} · ${t(embedded ? 'health.embedded' : 'health.external')}`],
      ]}
    />
  )
}

function Facts({ title, facts }: { title: string; facts: readonly (readonly [string, ReactNode])[] }): ReactNode {
  return (
    <section className={style.part}>
      <h2 className={style.title}>{title}</h2>
      <dl className={style.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
