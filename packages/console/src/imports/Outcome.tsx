import { Bar, Icon, More, Wrong } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { Part } from '../forms/Part.tsx'
import { useFormWords } from '../forms/words/index.ts'
import { type JobRecord, shareOf, whatOf } from '../jobs/job.ts'
import { useJob } from '../jobs/useJob.ts'
import { useJobDo } from '../jobs/useJobDo.ts'
import { Asked } from '../lists/Asked.tsx'
import { Log, LogLine } from '../lists/Log.tsx'
import { usePages } from '../session/ask.ts'
import { FailedButton } from './FailedButton.tsx'
import style from './Import.module.css'
import { useImportWords } from './words/index.ts'

interface Props {
  jobId: string
  of: 'check' | 'run'
  /** Begins with another file. */
  onMore?: () => void
}

/** How far it is, what came of it in numbers, and which rows have problems with what. */
export function Outcome({ jobId, of, onMore }: Props): ReactNode {
  const { t } = useImportWords()
  const query = useJob(jobId)
  useFreshCustomers(query.data)
  return (
    <Asked query={query} rows={2}>
      {job => (
        <>
          {job.endedAt ? <Result job={job} of={of} /> : <Progress job={job} of={of} />}
          {job.failed > 0 && <Problems job={job} />}
          {of === 'run' && job.endedAt && (
            <p className={style.line}>
              {job.ok > 0 && (
                <Link to="/jobs/{-$jobId}" params={{ jobId }} className={style.link}>
                  {t(`of.${whatOf(job)}.open`)}
                </Link>
              )}
              {onMore && <Button onClick={onMore}>{t('run.more')}</Button>}
            </p>
          )}
        </>
      )}
    </Asked>
  )
}

/** Nobody is told of customers as of tickets: the lists behind the sheet ask again when it is over. */
function useFreshCustomers(job: JobRecord | undefined): void {
  const queries = useQueryClient()
  const isOver = job?.endedAt !== null && job?.file?.of === 'customer' && !job.file.dryRun
  useEffect(() => {
    if (isOver)
      void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith('customer.') }) // each query tells its own failure
  }, [queries, isOver])
}

function Progress({ job, of }: { job: JobRecord; of: Props['of'] }): ReactNode {
  const { t } = useImportWords()
  const { run, busy, problem } = useJobDo(job.id, () => undefined)
  return (
    <div className={style.progress} role="status" data-job={job.id}>
      <p>{t(`${of}.going`)}</p>
      <Bar share={shareOf(job)} colour="var(--accent)" width="100%" />
      <p className={style.line}>
        <span className={style.number}>
          {job.state === 'gathering' ? t('gathering') : t('progress', { done: job.done, total: job.total })}
        </span>
        {job.allowed.includes('job.cancel') && (
          <Button size="small" icon={<Icon name="stop" size={14} />} disabled={busy} onClick={() => run('job.cancel')}>
            {t('stop')}
          </Button>
        )}
      </p>
      {problem && <Wrong>{problem}</Wrong>}
    </div>
  )
}

function Result({ job, of }: { job: JobRecord; of: Props['of'] }): ReactNode {
  const { t } = useImportWords()
  if (job.state === 'failed') return <Wrong>{job.detail}</Wrong>
  const skipped = job.skipped + (job.state === 'cancelled' ? job.total - job.done : 0)
  return (
    <div role="status" data-job={job.id} data-over>
      <ul className={style.numbers}>
        <li data-of="ok">{t(of === 'run' ? `of.${whatOf(job)}.ok` : 'check.ok', { count: job.ok })}</li>
        {job.failed > 0 && <li data-of="failed">{t(`${of}.failed`, { count: job.failed })}</li>}
        {skipped > 0 && <li data-of="skipped">{t(`${of}.skipped`, { count: skipped })}</li>}
      </ul>
      {job.state === 'cancelled' && <p className={style.quiet}>{t('stopped')}</p>}
      {of === 'check' && job.failed > 0 && <p className={style.quiet}>{t('check.failedHint')}</p>}
      {of === 'check' && job.failed === 0 && job.state === 'done' && skipped === 0 && (
        <p className={style.quiet}>{t('check.fine')}</p>
      )}
      {job.failed > 0 && (
        <p className={style.failed}>
          <FailedButton job={job} />
        </p>
      )}
    </div>
  )
}

/** 第 7 行「处理人」没有名为“王方”的人员 */
function Problems({ job }: { job: JobRecord }): ReactNode {
  const { t } = useImportWords()
  const { t: f } = useFormWords()
  const query = usePages('job.rows', { jobId: job.id, state: 'failed', limit: 20 })
  return (
    <Part title={t('problems')}>
      <Asked query={query} rows={2}>
        {({ pages }) => (
          <>
            <Log label={t('problems')}>
              {pages
                .flatMap(page => page.items)
                .map(row => (
                  <LogLine
                    key={row.n}
                    mark={<span className={style.row}>{t('row', { row: row.row ?? row.n + 1 })}</span>}
                    title={
                      row.fields.length > 0
                        ? row.fields.map(({ path, column, detail }) => (
                            <div key={path} className={style.wrong}>
                              {t('cell', { column: column ?? path, problem: detail })}
                            </div>
                          ))
                        : row.detail
                    }
                    time={null}
                  />
                ))}
            </Log>
            <More
              more={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()} // tells its own failure
              label={f('more')}
            />
          </>
        )}
      </Asked>
    </Part>
  )
}
