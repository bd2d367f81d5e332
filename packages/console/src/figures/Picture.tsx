import type { FigureName } from '@baton/contract'
import { Segmented } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { useAsked } from './asked.tsx'
import { FigureLink } from './FigureLink.tsx'
import style from './Figures.module.css'
import type { Search } from './search.ts'
import { type Holds, useValues } from './values.ts'
import { useWords } from './words/index.ts'

/** The drawing is heavy and comes after the numbers. */
const Drawing = lazy(async () => ({ default: (await import('./Drawing.tsx')).Drawing }))

/** One figure along the points; each of its values opens what it counted. */
export interface Line {
  name: string
  figure: FigureName
  shape: 'bar' | 'line'
  holds: Holds
  values: readonly (number | null)[]
  /** Of a line of the days that are compared with: those days, which its values open. */
  earlier?: readonly Search[]
}

export interface Point {
  label: string
  /** What the point narrows the question to. */
  more: Search
}

interface Props {
  title: string
  /** What the points are. */
  corner: string
  points: readonly Point[]
  lines: readonly Line[]
  wide?: boolean
  /** Bars lie, with room for their names. */
  lying?: boolean
}

/** A chart, and the same as a table, to be read aloud and gone through by keys. */
export function Picture({ title, corner, points, lines, wide, lying }: Props): ReactNode {
  const { t } = useWords()
  const { search, days } = useAsked()
  const navigate = useNavigate()
  const [look, setLook] = useState<'chart' | 'table'>('chart')
  const id = useId()
  const open = (point: number, line: number) => {
    const [at, of] = [points[point], lines[line]]
    if (!at || !of) return
    void navigate({
      to: '/figures/{-$figure}',
      params: { figure: of.figure },
      search: { ...search, ...days, ...at.more, ...of.earlier?.[point] },
    }) // a navigation that fails shows its own page
  }
  return (
    <section className={style.picture} aria-labelledby={id} data-wide={wide || undefined}>
      <header className={style.pictureHead}>
        <h2 id={id} className={style.heading}>
          {title}
        </h2>
        <Segmented
          label={`${t('look.label')}: ${title}`}
          value={look}
          onChange={setLook}
          choices={(['chart', 'table'] as const).map(value => ({ value, label: t(`look.${value}`) }))}
        />
      </header>
      {look === 'chart' ? (
        <>
          <div role="img" aria-label={t('chartOf', { name: title })}>
            <Suspense fallback={<div className={style.drawing} />}>
              <Drawing points={points} lines={lines} lying={lying ?? false} onOpen={open} />
            </Suspense>
          </div>
          <div className="unseen">
            <Table title={title} corner={corner} points={points} lines={lines} plain />
          </div>
        </>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is too wide, the arrow keys move it
        <section className={style.scroll} tabIndex={0} aria-label={title}>
          <Table title={title} corner={corner} points={points} lines={lines} />
        </section>
      )}
    </section>
  )
}

function Table({
  title,
  corner,
  points,
  lines,
  plain,
}: Pick<Props, 'title' | 'corner' | 'points' | 'lines'> & { plain?: boolean }): ReactNode {
  const { text } = useValues()
  return (
    <table className={style.table}>
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {lines.map(line => (
            <th key={line.name} scope="col">
              {line.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point, at) => (
          <tr key={point.label}>
            <th scope="row">{point.label}</th>
            {lines.map(({ name, figure, values, holds, earlier }) => {
              const value = values[at] ?? null
              const shown = text(value, holds)
              return (
                <td key={name}>
                  {plain || value === null || value === 0 ? (
                    shown
                  ) : (
                    <FigureLink figure={figure} more={{ ...point.more, ...earlier?.[at] }}>
                      {shown}
                    </FigureLink>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
