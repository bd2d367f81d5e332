import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { reading } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import style from './JobsMark.module.css'
import { shareOf } from './job.ts'
import { askedEvery } from './useJob.ts'
import { useJobWords } from './words/index.ts'

/** One's own jobs while they go on, wherever one is: how far the newest is, and the way to it. */
export function JobsMark(): ReactNode {
  const { t } = useJobWords()
  const me = useMe()
  const { data } = useQuery({
    ...reading('job.list', { byId: me.agent.id, open: true, limit: 10 }),
    enabled: me.may('job.list'),
    refetchInterval: ({ state }) => (state.data && state.data.items.length > 0 ? askedEvery : false),
  })
  const [job, ...others] = data?.items ?? []
  if (!job) return null
  const label = t('mark', { name: job.name, done: job.done, total: job.total })
  return (
    <Link
      to="/jobs/{-$jobId}"
      params={{ jobId: others.length > 0 ? undefined : job.id }}
      className={style.mark}
      aria-label={label}
      data-hint={label}
    >
      <svg viewBox="0 0 20 20" width={20} height={20} aria-hidden>
        <circle className={style.whole} cx={10} cy={10} r={7.5} pathLength={100} />
        <circle
          className={style.part}
          cx={10}
          cy={10}
          r={7.5}
          pathLength={100}
          strokeDasharray={`${Math.max(4, shareOf(job) * 100)} 100`}
        />
      </svg>
      {others.length > 0 && (
        <span className={style.count} aria-hidden>
          {others.length + 1}
        </span>
      )}
    </Link>
  )
}
