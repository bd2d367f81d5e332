import type { FigureSet } from '@baton/contract'
import type { ReactNode } from 'react'
import { Picture } from './Picture.tsx'
import { useWords } from './words/index.ts'

/** How many gave one to five. */
export function Scores({ total }: { total: FigureSet }): ReactNode {
  const { t } = useWords()
  return (
    <Picture
      title={t('scores')}
      corner={t('fact.rated')}
      points={total.satisfaction.scores.map((_, at) => ({
        label: t('stars', { n: at + 1 }),
        more: { score: String(at + 1) },
      }))}
      lines={[
        {
          name: t('figure.rated'),
          figure: 'rated',
          shape: 'bar',
          holds: 'count',
          values: total.satisfaction.scores,
        },
      ]}
    />
  )
}
