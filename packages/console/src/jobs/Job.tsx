import { Bar, Icon, Wrong } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTitle } from '../frame/title.ts'
import { FailedButton } from '../imports/FailedButton.tsx'
import { Asked } from '../lists/Asked.tsx'
import { useTimes } from '../words/times.ts'
import { StateChip } from './JobLine.tsx'
import { JobRows } from './JobRows.tsx'
import style from './JobsPage.module.css'
import { type JobRecord, shareOf } from './job.ts'
import { Result } from './Result.tsx'
import { useJob } from './useJob.ts'
import { useJobDo } from './useJobDo.ts'
import { useTellJob } from './useTellJob.tsx'
import { useJobWords } from './words/index.ts'

/** One job: how far it is, what may be done about it, and what became of each row. */
export function Job({ id }: { id: string }): ReactNode {
  const { t } = useJobWords()
  const query = useJob(id)
  useTitle(query.data?.name ?? t('title'))
  return (
    <section className={style.page} aria-label={query.data?.name ?? t('title')}>
      <Link to="/jobs/{-$jobId}" params={{ jobId: undefined }} className={style.back}>
        <Icon name="left" size={14} /> {t('back')}
      </Link>
      <Asked query={query}>
        {job => (
          <>
            <Head job={job} />
            <JobRows job={job} />
          </>
        )}
      </Asked>
    </section>
  )
}

function Head({ job }: { job: JobRecord }): ReactNode {
  const { t } = useJobWords()
  const times = useTimes()
  const tell = useTellJob()
  const { run, busy, problem } = useJobDo(job.id, tell)
  const took = job.endedAt && job.startedAt ? Date.parse(job.endedAt) - Date.parse(job.startedAt) : undefined
  return (
    <header className={style.job}>
      <div className={style.head}>
        <h1 className={style.title}>{job.name}</h1>
        <StateChip job={job} />
        <span className={style.gap} />
        <FailedButton job={job} />
        {job.allowed.includes('job.retry') && (
          <Button icon={<Icon name="refresh" />} disabled={busy} onClick={() => run('job.retry')}>
            {t('retry')}
          </Button>
        )}
        {job.allowed.includes('job.undo') && (
          <Button icon={<Icon name="back" />} disabled={busy} onClick={() => run('job.undo')}>
            {t('undo')}
          </Button>
        )}
        {job.allowed.includes('job.cancel') && (
          <Button icon={<Icon name="stop" />} disabled={busy} onClick={() => run('job.cancel')}>
            {t('stop')}
          </Button>
        )}
      </div>
      <p className={style.facts}>
        {t('by', { name: job.by.name, time: times.moment(job.createdAt) })}
        {took !== undefined && took >= 1000 && ` · ${t('took', { length: times.length(took / 1000) })}`}
        {job.undoOf && (
          <>
            {' · '}
            <Link to="/jobs/{-$jobId}" params={{ jobId: job.undoOf }}>
              {t('ofJob')}
            </Link>
          </>
        )}
      </p>
      {!job.endedAt && <Bar share={shareOf(job)} colour="var(--accent)" width="100%" />}
      <p className={style.result} role="status">
        <Result job={job} />
      </p>
      {problem && <Wrong>{problem}</Wrong>}
    </header>
  )
}
