import { type FigureDimension, type FigureSet, figureDimensions, mostCustomers, type Records } from '@baton/contract'
import { Segmented } from '@baton/ui'
import type { ReactNode } from 'react'
import { useAsked } from './asked.tsx'
import { FigureLink } from './FigureLink.tsx'
import style from './Figures.module.css'
import { Picture } from './Picture.tsx'
import { narrowedBy, type Search } from './search.ts'
import { tiles } from './tiles.ts'
import { useValues } from './values.ts'
import { useWords } from './words/index.ts'

type Groups = Records['figures']['groups']

/** So many are drawn; the table has them all. */
const most = 10

/** The figures apart by department, person, category and so on: the largest as bars, all as a table. */
export function Apart({ groups, total, by }: { groups: Groups; total: FigureSet; by: FigureDimension }): ReactNode {
  const { t } = useWords()
  const { ask } = useAsked()
  const drawn = groups.slice(0, most)
  const points = drawn.map(({ key, name }) => ({ label: name, more: narrowedBy(by, key) }))
  const dimension = t(`figureDimension.${by}`)
  return (
    <section className={style.apart} aria-label={t('apart')}>
      <header className={style.pictureHead}>
        <h2 className={style.heading}>{t('apart')}</h2>
        <div className={style.scroll}>
          <Segmented
            label={t('by')}
            value={by}
            onChange={value => ask({ by: value })}
            choices={figureDimensions.map(value => ({ value, label: t(`figureDimension.${value}`) }))}
          />
        </div>
      </header>
      {groups.length > 1 && (
        <Picture
          title={`${t('figure.created')} · ${t('figure.solved')} · ${dimension}`}
          corner={dimension}
          points={points}
          lying
          lines={(['created', 'solved'] as const).map(figure => ({
            name: t(`figure.${figure}`),
            figure,
            shape: 'bar' as const,
            holds: 'count' as const,
            values: drawn.map(({ figures }) => figures[figure]),
          }))}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is too wide, the arrow keys move it */}
      <section className={style.scroll} tabIndex={0} aria-label={`${t('apart')} · ${dimension}`}>
        <table className={style.table}>
          <caption className="unseen">{`${t('apart')} · ${dimension}`}</caption>
          <thead>
            <tr>
              <th scope="col">{dimension}</th>
              {columns.map(({ word }) => (
                <th key={word} scope="col">
                  {t(`figure.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, name, figures }) => (
              <Row key={key} name={name} more={narrowedBy(by, key)} figures={figures} />
            ))}
          </tbody>
          <tfoot>
            <Row name={t('figureSheet.total')} more={{}} figures={total} />
          </tfoot>
        </table>
      </section>
      {by === 'customer' && groups.length >= mostCustomers && (
        <p className={style.under}>{t('largest', { count: mostCustomers })}</p>
      )}
    </section>
  )
}

/** A table has room for the first eight. */
const columns = tiles.slice(0, 8)

function Row({ name, more, figures }: { name: string; more: Search; figures: FigureSet }): ReactNode {
  const { text } = useValues()
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map(({ word, figure, holds, value }) => {
        const shown = value(figures)
        return (
          <td key={word}>
            {shown === null || shown === 0 ? (
              text(shown, holds)
            ) : (
              <FigureLink figure={figure} more={more}>
                {text(shown, holds)}
              </FigureLink>
            )}
          </td>
        )
      })}
    </tr>
  )
}
