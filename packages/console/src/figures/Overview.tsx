import { targetsOf } from '@baton/contract'
import { Empty } from '@baton/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Asked } from '../lists/Asked.tsx'
import { reading } from '../session/ask.ts'
import { Apart } from './Apart.tsx'
import { useAsked } from './asked.tsx'
import { Controls } from './Controls.tsx'
import { Export } from './Export.tsx'
import style from './Figures.module.css'
import { Filters } from './Filters.tsx'
import { Promises } from './Promises.tsx'
import { Scores } from './Scores.tsx'
import { isOfPromises } from './search.ts'
import { Tiles } from './Tiles.tsx'
import { PromiseTrend, Trends } from './Trends.tsx'
import { isEmpty } from './values.ts'
import { useWords } from './words/index.ts'

/** Counted again now and then, not at every change: a busy desk changes every second. */
const again = 60_000

export function Overview(): ReactNode {
  const { t } = useWords()
  const { input, compare, unit, by, search } = useAsked()
  const summary = useQuery({
    ...reading('figures.summary', { ...input, compare, by }),
    placeholderData: keepPreviousData,
    refetchInterval: again,
  })
  const series = useQuery({
    ...reading('figures.series', { ...input, compare, unit }),
    placeholderData: keepPreviousData,
    refetchInterval: again,
  })
  return (
    <div className={style.page}>
      <div className={style.inner}>
        <header className={style.head}>
          <div className={style.line}>
            <h1 className={style.title}>{t('title')}</h1>
            <Export />
          </div>
          <p className={style.under}>{t('under')}</p>
          <div className={style.controls}>
            <Controls />
            <Filters />
          </div>
        </header>
        <div aria-busy={summary.isPlaceholderData} className={style.body}>
          <Asked query={summary} rows={6}>
            {({ total, previous, groups, by: shownBy }) => {
              const apart = <Apart groups={groups} total={total} by={shownBy ?? by} />
              const sets = previous ? [total, previous] : [total]
              if (isOfPromises(search))
                return (
                  <>
                    <Promises total={total} previous={previous} />
                    {targetsOf(sets).length > 0 && (
                      <>
                        <Asked query={series} rows={6}>
                          {({ buckets, previous: before, unit: shownUnit }) => (
                            <PromiseTrend buckets={buckets} previous={before} unit={shownUnit} />
                          )}
                        </Asked>
                        {apart}
                      </>
                    )}
                  </>
                )
              if (sets.every(isEmpty)) return <Empty icon="chart" title={t('none')} hint={t('noneHint')} />
              return (
                <>
                  <Tiles total={total} previous={previous} />
                  <Promises total={total} previous={previous} />
                  <Asked query={series} rows={6}>
                    {({ buckets, previous: before, unit: shownUnit }) => (
                      <Trends buckets={buckets} previous={before} unit={shownUnit} />
                    )}
                  </Asked>
                  {apart}
                  {total.satisfaction.answered.n > 0 && <Scores total={total} />}
                </>
              )
            }}
          </Asked>
        </div>
      </div>
    </div>
  )
}
