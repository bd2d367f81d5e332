import type { FigureUnit, Records } from '@baton/contract'
import { figureUnits } from '@baton/contract'
import { Segmented } from '@baton/ui'
import type { ReactNode } from 'react'
import { useAsked } from './asked.tsx'
import style from './Figures.module.css'
import { type Line, Picture } from './Picture.tsx'
import { shareOf } from './values.ts'
import { useWords } from './words/index.ts'

type Buckets = Records['figureSeries']['buckets']

/** How the figures moved over the days. */
export function Trends({ buckets, unit }: { buckets: Buckets; unit: FigureUnit }): ReactNode {
  const { t } = useWords()
  const { ask } = useAsked()
  const of = (read: (figures: Buckets[number]['figures']) => number | null) =>
    buckets.map(({ figures }) => read(figures))
  const volume: Line[] = [
    { name: t('figure.created'), figure: 'created', shape: 'bar', holds: 'count', values: of(set => set.created) },
    { name: t('figure.solved'), figure: 'solved', shape: 'bar', holds: 'count', values: of(set => set.solved) },
    { name: t('figure.backlog'), figure: 'backlog', shape: 'line', holds: 'count', values: of(set => set.backlog) },
  ]
  const times: Line[] = [
    {
      name: t('figure.firstResponse'),
      figure: 'firstResponse',
      shape: 'line',
      holds: 'seconds',
      values: of(set => set.firstResponse.median),
    },
    {
      name: t('figure.handling'),
      figure: 'handling',
      shape: 'line',
      holds: 'seconds',
      values: of(set => set.handling.median),
    },
  ]
  const rates: Line[] = [
    {
      name: t('figure.overdue'),
      figure: 'overdue',
      shape: 'line',
      holds: 'share',
      values: of(set => shareOf(set.overdue)),
    },
    {
      name: t('figure.manual'),
      figure: 'manual',
      shape: 'line',
      holds: 'share',
      values: of(set => shareOf(set.manual)),
    },
  ]
  const points = buckets.map(({ from, to }) => ({ label: nameOf(from, to, unit), more: { from, to } }))
  return (
    <>
      <div className={style.steps}>
        <Segmented
          label={t('unit.label')}
          value={unit}
          onChange={value => ask({ unit: value })}
          choices={figureUnits.map(value => ({ value, label: t(`unit.${value}`) }))}
        />
      </div>
      <Picture title={t('volume')} corner={t('bucket')} points={points} lines={volume} wide />
      <div className={style.two}>
        <Picture title={t('times')} corner={t('bucket')} points={points} lines={times} />
        <Picture title={t('rates')} corner={t('bucket')} points={points} lines={rates} />
      </div>
    </>
  )
}

/** A bucket's short name: `11-22`, `11-16~`, `2026-11`, `2026`. */
function nameOf(from: string, to: string, unit: FigureUnit): string {
  if (unit === 'day') return from.slice(5)
  if (unit === 'week') return `${from.slice(5)}–${to.slice(5)}`
  return from.slice(0, unit === 'month' ? 7 : 4)
}
