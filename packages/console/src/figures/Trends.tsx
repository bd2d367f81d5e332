import type { FigureSet, FigureUnit, Records } from '@baton/contract'
import { complianceOf, figureUnits, promisesOf } from '@baton/contract'
import { Segmented } from '@baton/ui'
import type { ReactNode } from 'react'
import { useAsked } from './asked.tsx'
import style from './Figures.module.css'
import { type Line, Picture } from './Picture.tsx'
import { shareOf } from './values.ts'
import { useWords } from './words/index.ts'

type Buckets = Records['figureSeries']['buckets']

interface Props {
  buckets: Buckets
  /** Those of the days that are compared with, one for each, as far as both are as many. */
  previous: Buckets | null
  unit: FigureUnit
}

interface Drawn extends Pick<Line, 'figure' | 'shape' | 'holds'> {
  /** Its word is `figure.<word>`. */
  word: 'created' | 'solved' | 'backlog' | 'firstResponse' | 'handling' | 'overdue' | 'manual' | 'compliance'
  of: (figures: FigureSet) => number | null
}

const volume: readonly Drawn[] = [
  { word: 'created', figure: 'created', shape: 'bar', holds: 'count', of: set => set.created },
  { word: 'solved', figure: 'solved', shape: 'bar', holds: 'count', of: set => set.solved },
  { word: 'backlog', figure: 'backlog', shape: 'line', holds: 'count', of: set => set.backlog },
]
const times: readonly Drawn[] = [
  { word: 'firstResponse', figure: 'firstResponse', shape: 'line', holds: 'seconds', of: s => s.firstResponse.median },
  { word: 'handling', figure: 'handling', shape: 'line', holds: 'seconds', of: set => set.handling.median },
]
const overdue: Drawn = {
  word: 'overdue',
  figure: 'overdue',
  shape: 'line',
  holds: 'share',
  of: set => shareOf(set.overdue),
}
const rates: readonly Drawn[] = [
  overdue,
  { word: 'manual', figure: 'manual', shape: 'line', holds: 'share', of: set => shareOf(set.manual) },
]
const promises: readonly Drawn[] = [
  {
    word: 'compliance',
    figure: 'kept',
    shape: 'line',
    holds: 'share',
    of: set => shareOf(complianceOf(promisesOf(set))),
  },
  overdue,
]

/** How the figures moved over the days, and as thin lines how they moved over those before. */
export function Trends(props: Props): ReactNode {
  const { t } = useWords()
  const { points, now, before } = useLines(props)
  return (
    <>
      <Steps {...props} />
      <Picture
        title={t('volume')}
        corner={t('bucket')}
        points={points}
        lines={[...now(volume), ...before(volume.slice(0, 1))]}
        wide
      />
      <div className={style.two}>
        <Picture title={t('times')} corner={t('bucket')} points={points} lines={[...now(times), ...before(times)]} />
        <Picture title={t('rates')} corner={t('bucket')} points={points} lines={[...now(rates), ...before(rates)]} />
      </div>
    </>
  )
}

/** The same of promises alone. */
export function PromiseTrend(props: Props): ReactNode {
  const { t } = useWords()
  const { points, now, before } = useLines(props)
  const lines = [...now(promises), ...before(promises)]
  return (
    <>
      <Steps {...props} />
      <Picture title={t('promises.trend')} corner={t('bucket')} points={points} lines={lines} wide />
    </>
  )
}

function Steps({ unit, previous }: Props): ReactNode {
  const { t } = useWords()
  const { ask } = useAsked()
  return (
    <div className={style.steps}>
      <Segmented
        label={t('unit.label')}
        value={unit}
        onChange={value => ask({ unit: value })}
        choices={figureUnits.map(value => ({ value, label: t(`unit.${value}`) }))}
      />
      {previous && <span className={style.under}>{t('earlierThin')}</span>}
    </div>
  )
}

function useLines({ buckets, previous, unit }: Props) {
  const { t } = useWords()
  const now = (drawn: readonly Drawn[]): Line[] =>
    drawn.map(({ of, word, ...line }) => ({
      ...line,
      name: t(`figure.${word}`),
      values: buckets.map(({ figures }) => of(figures)),
    }))
  const before = (drawn: readonly Drawn[]): Line[] =>
    drawn.flatMap(({ of, word, figure, holds }) =>
      previous
        ? [
            {
              figure,
              holds,
              shape: 'line',
              name: t('earlier', { name: t(`figure.${word}`) }),
              values: buckets.map((_, at) => (previous[at] ? of(previous[at].figures) : null)),
              earlier: previous.slice(0, buckets.length).map(({ from, to }) => ({ from, to })),
            },
          ]
        : [],
    )
  const points = buckets.map(({ from, to }) => ({ label: nameOf(from, to, unit), more: { from, to } }))
  return { points, now, before }
}

/** A bucket's short name: `11-22`, `11-16~`, `2026-11`, `2026`. */
function nameOf(from: string, to: string, unit: FigureUnit): string {
  if (unit === 'day') return from.slice(5)
  if (unit === 'week') return `${from.slice(5)}–${to.slice(5)}`
  return from.slice(0, unit === 'month' ? 7 : 4)
}
