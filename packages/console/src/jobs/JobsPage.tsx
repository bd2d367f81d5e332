import { Empty, More, Segmented } from '@baton/ui'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { NotHere } from '../frame/pages.tsx'
import { useTitle } from '../frame/title.ts'
import { Asked } from '../lists/Asked.tsx'
import { Log } from '../lists/Log.tsx'
import { usePages } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { Job } from './Job.tsx'
import { JobLine } from './JobLine.tsx'
import style from './JobsPage.module.css'
import { useJobWords } from './words/index.ts'

/** 后台作业: what goes on and what has been, or one of them with what became of each ticket. */
export function JobsPage(): ReactNode {
  const me = useMe()
  const { jobId } = useParams({ strict: false })
  if (!me.may('job.list')) return <NotHere />
  return jobId ? <Job key={jobId} id={jobId} /> : <All />
}

function All(): ReactNode {
  const { t } = useJobWords()
  const me = useMe()
  useTitle(t('title'))
  const [whose, choose] = useState<'mine' | 'everyone'>('mine')
  const query = usePages('job.list', whose === 'mine' ? { byId: me.agent.id } : {})
  return (
    <section className={style.page} aria-label={t('title')}>
      <header className={style.head}>
        <h1 className={style.title}>{t('title')}</h1>
        <Segmented<'mine' | 'everyone'>
          label={t('whose')}
          value={whose}
          onChange={choose}
          choices={(['mine', 'everyone'] as const).map(value => ({ value, label: t(value) }))}
        />
      </header>
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0) return <Empty icon="bolt" title={t('none')} hint={t('noneHint')} />
          return (
            <>
              <Log label={t('title')}>
                {items.map(job => (
                  <JobLine key={job.id} job={job} />
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
    </section>
  )
}
