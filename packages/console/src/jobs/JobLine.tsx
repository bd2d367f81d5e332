import { Bar, Chip } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LogLine } from '../lists/Log.tsx'
import { useTimes } from '../words/times.ts'
import style from './JobsPage.module.css'
import { type JobRecord, shareOf } from './job.ts'
import { Result } from './Result.tsx'
import { useJobWords } from './words/index.ts'

/** One job among others. */
export function JobLine({ job }: { job: JobRecord }): ReactNode {
  const times = useTimes()
  return (
    <LogLine
      mark={<StateChip job={job} />}
      title={
        <Link to="/jobs/{-$jobId}" params={{ jobId: job.id }} className={style.name}>
          {job.name}
        </Link>
      }
      under={
        <span className={style.under}>
          <span>{job.by.name}</span>
          {!job.endedAt && <Bar share={shareOf(job)} colour="var(--accent)" width={96} />}
          <Result job={job} />
        </span>
      }
      time={<span data-hint={times.full(job.createdAt)}>{times.moment(job.createdAt)}</span>}
    />
  )
}

export function StateChip({ job }: { job: JobRecord }): ReactNode {
  const { t } = useJobWords()
  const tone = job.state === 'failed' ? 'red' : job.endedAt ? 'plain' : 'accent'
  return <Chip tone={tone}>{t(`state.${job.state}`)}</Chip>
}
