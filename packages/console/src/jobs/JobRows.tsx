import type { FileKind } from '@baton/contract'
import { Chip, Empty, More, Segmented } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Asked } from '../lists/Asked.tsx'
import { Log, LogLine } from '../lists/Log.tsx'
import { usePages } from '../session/ask.ts'
import style from './JobsPage.module.css'
import { type JobRecord, type JobRowRecord, whatOf } from './job.ts'
import { useJobWords } from './words/index.ts'

/** What became of each, in words; all of them, or only where something has failed. */
export function JobRows({ job }: { job: JobRecord }): ReactNode {
  const { t } = useJobWords()
  const [only, choose] = useState<'all' | 'failed'>('all')
  const query = usePages('job.rows', { jobId: job.id, ...(only === 'failed' && { state: 'failed' }) })
  if (job.total === 0) return null
  return (
    <>
      <div className={style.head}>
        <h2 className={style.rows}>{t('rows')}</h2>
        <Segmented<'all' | 'failed'>
          label={t('show')}
          value={only}
          onChange={choose}
          choices={[
            { value: 'all', label: t('all') },
            { value: 'failed', label: t('onlyFailed') },
          ]}
        />
      </div>
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0) return <Empty icon="done" title={t(only === 'failed' ? 'noneFailed' : 'noRows')} />
          return (
            <>
              <Log label={t('rows')}>
                {items.map(row => (
                  <Row key={row.n} row={row} of={whatOf(job)} />
                ))}
              </Log>
              <More
                more={query.hasNextPage}
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()} // tells its own failure
                label={t('more')}
              />
            </>
          )
        }}
      </Asked>
    </>
  )
}

const tones = { waiting: 'plain', ok: 'accent', failed: 'red', skipped: 'plain', undone: 'plain' } as const

function Row({ row, of }: { row: JobRowRecord; of: FileKind }): ReactNode {
  const { t } = useJobWords()
  // What is wrong with a field says more than that there is something.
  const wrong = row.fields.map(({ column, detail }) => (column === null ? detail : t('cell', { column, detail })))
  const why = wrong.length > 0 ? wrong.join(' · ') : row.detail
  return (
    <LogLine
      mark={<Chip tone={tones[row.state]}>{t(`rowState.${row.state}`)}</Chip>}
      title={
        row.number ? (
          <Link to="/t/$number" params={{ number: row.number }} className={style.ticket}>
            <span className={style.number}>{row.number}</span> {row.subject}
          </Link>
        ) : row.customer ? (
          <Link to="/customers/{-$customerId}" params={{ customerId: row.customer.id }} className={style.ticket}>
            <span className={style.number}>{row.customer.number}</span> {row.customer.name}
          </Link>
        ) : (
          <span className={style.hidden}>
            {row.row === null ? t(`of.${of}.hidden`) : t('inFile', { row: row.row })}
          </span>
        )
      }
      wrong={row.state === 'failed' && why}
      reason={row.state !== 'failed' && why}
      time={null}
    />
  )
}
