import { type Records, wordIn } from '@baton/contract'
import { Icon } from '@baton/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Asked } from '../../lists/Asked.tsx'
import { reading } from '../../session/ask.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { PageHead } from '../PageHead.tsx'
import { useWords } from '../words/index.ts'
import style from './Health.module.css'

type HealthRecord = Records['health']

/** What an operator looks at when something seems slow or stuck; asked again every few seconds. */
export function HealthPage(): ReactNode {
  const query = useQuery({ ...reading('health.get', {}), refetchInterval: 5000 })
  return (
    <>
      <PageHead page="health" />
      <Asked query={query} rows={4}>
        {health => (
          <>
            <Verdict health={health} />
            <Followers health={health} />
            <Stuck health={health} />
            <About health={health} />
          </>
        )}
      </Asked>
    </>
  )
}

/** So far behind is nothing to speak of. */
const fine = { lagSeconds: 10, horizonSeconds: 60 }

function troublesOf(health: HealthRecord) {
  return {
    lagging: health.followers.filter(follower => follower.lagSeconds > fine.lagSeconds),
    parked: health.followers.filter(follower => follower.parked > 0),
    overdue: health.timersOverdue,
    horizon: health.horizonAgeSeconds > fine.horizonSeconds,
    failed: (health.deliveries.failed ?? 0) + (health.deliveries.unknown ?? 0),
    quarantined: health.mails.quarantined ?? 0,
  }
}

function Verdict({ health }: { health: HealthRecord }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const nameOf = useTaskNames()
  const { lagging, parked, overdue, horizon, failed, quarantined } = troublesOf(health)
  const said: ReactNode[] = [
    ...lagging.map(({ name, lagSeconds }) =>
      t('health.lagging', { name: nameOf(name), time: times.length(lagSeconds) }),
    ),
    ...parked.map(({ name, parked: count }) => t('health.parked', { name: nameOf(name), count })),
    ...(overdue > 0 ? [t('health.overdue', { count: overdue })] : []),
    ...(horizon ? [t('health.horizon', { time: times.length(health.horizonAgeSeconds) })] : []),
    ...(failed > 0
      ? [
          <Link key="deliveries" to="/settings/{-$page}/{-$id}" params={{ page: 'deliveries', id: undefined }}>
            {t('health.failed', { count: failed })}
          </Link>,
        ]
      : []),
    ...(quarantined > 0
      ? [
          <Link key="mails" to="/settings/{-$page}/{-$id}" params={{ page: 'mails', id: undefined }}>
            {t('health.quarantined', { count: quarantined })}
          </Link>,
        ]
      : []),
  ]
  return (
    <div className={style.verdict} data-fine={said.length === 0 || undefined}>
      <Icon name={said.length === 0 ? 'done' : 'warning'} size={20} />
      {said.length === 0 ? (
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

/** What a task is called; one without a word of its own by its name in the code. */
function useTaskNames(): (name: string) => string {
  const { t } = useWords()
  return name => (Object.hasOwn(tasks, name) ? t(tasks[name as keyof typeof tasks]) : name)
}

const tasks = {
  'email.write': 'health.task.mail',
  pooling: 'health.task.pooling',
  figures: 'health.task.figures',
} as const

function Followers({ health }: { health: HealthRecord }): ReactNode {
  const { t } = useWords()
  const nameOf = useTaskNames()
  const times = useTimes()
  return (
    <section className={style.part}>
      <h2 className={style.title}>{t('health.followers')}</h2>
      <p className={style.under}>{t('health.followersUnder')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is too wide, the arrow keys move it */}
      <section className={style.scroll} tabIndex={0} aria-label={t('health.followers')}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('health.name')}</th>
              <th scope="col">{t('health.lagEvents')}</th>
              <th scope="col">{t('health.lagTime')}</th>
              <th scope="col">{t('health.parkedEvents')}</th>
            </tr>
          </thead>
          <tbody>
            {health.followers.map(follower => (
              <tr key={follower.name}>
                <th scope="row">{nameOf(follower.name)}</th>
                <td>{follower.lagEvents}</td>
                <td data-wrong={follower.lagSeconds > fine.lagSeconds || undefined}>
                  {follower.lagSeconds < 1 ? '—' : times.length(follower.lagSeconds)}
                </td>
                <td data-wrong={follower.parked > 0 || undefined}>{follower.parked || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Stuck({ health }: { health: HealthRecord }): ReactNode {
  const { t, i18n } = useWords()
  const { t: shared } = useSharedWords()
  const facts: [string, number][] = [
    ...Object.entries(health.deliveries).map(([status, count]): [string, number] => [
      `${shared('settings.deliveries')} · ${shared(`delivery.${status as 'queued'}`)}`,
      count,
    ]),
    ...Object.entries(health.mails).map(([outcome, count]): [string, number] => [
      `${shared('settings.mails')} · ${wordIn(i18n.language, 'outcome', outcome) ?? outcome}`,
      count,
    ]),
    [t('health.timers'), health.timersOverdue],
  ]
  return (
    <section className={style.part}>
      <h2 className={style.title}>{t('health.waiting')}</h2>
      <dl className={style.facts}>
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function About({ health }: { health: HealthRecord }): ReactNode {
  const { t } = useWords()
  const { version, embedded } = health.database
  return (
    <section className={style.part}>
      <h2 className={style.title}>{t('health.about')}</h2>
      <dl className={style.facts}>
        <div>
          <dt>{t('health.node')}</dt>
          <dd>{health.version}</dd>
        </div>
        <div>
          <dt>PostgreSQL</dt>
          <dd>
            {version} · {t(embedded ? 'health.embedded' : 'health.external')}
          </dd>
        </div>
      </dl>
    </section>
  )
}
