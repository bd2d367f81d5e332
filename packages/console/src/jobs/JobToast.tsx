import { Bar, Icon } from '@baton/ui'
import { type ReactNode, useEffect } from 'react'
import style from './JobToast.module.css'
import { type JobRecord, shareOf } from './job.ts'
import { Result } from './Result.tsx'
import { useJob } from './useJob.ts'
import { useJobDo } from './useJobDo.ts'
import { useJobWords } from './words/index.ts'

interface Props {
  job: JobRecord
  onEnd: () => void
  onOpen: () => void
  /** Another job has come of it. */
  onBegun: (job: JobRecord) => void
}

/** A job in a corner of the screen: what it does, how far it is, then what came of it and the way back. */
export function JobToast({ job: begun, onEnd, onOpen, onBegun }: Props): ReactNode {
  const { t } = useJobWords()
  const { data: job = begun } = useJob(begun.id)
  const { run, busy, problem } = useJobDo(job.id, onBegun)
  const over = job.endedAt !== null
  const wrong = job.failed > 0 || job.state === 'failed'
  useEffect(() => {
    if (over) onEnd()
  }, [over, onEnd])
  return (
    <div className={style.toast} data-job={job.id} data-state={job.state}>
      <div className={style.name} data-wrong={wrong || undefined}>
        <Icon name={wrong ? 'warning' : over ? 'done' : 'hourglass'} /> {job.name}
      </div>
      <div className={style.line}>
        {!over && <Bar share={shareOf(job)} colour="var(--accent)" width={96} />}
        <Result job={job} />
      </div>
      {problem && <div className={style.problem}>{problem}</div>}
      <div className={style.actions}>
        {job.allowed.includes('job.undo') && (
          <button type="button" disabled={busy} onClick={() => run('job.undo')}>
            {t('undo')}
          </button>
        )}
        {job.allowed.includes('job.cancel') && (
          <button type="button" disabled={busy} onClick={() => run('job.cancel')}>
            {t('stop')}
          </button>
        )}
        <button type="button" onClick={onOpen}>
          {t('results')}
        </button>
      </div>
    </div>
  )
}
