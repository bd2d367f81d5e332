import {
  type FigureBy,
  type FigureSet,
  figureDimensions,
  mostCustomers,
  promisesOf,
  type Records,
} from '@baton/contract'
import { Segmented, Select } from '@baton/ui'
import type { ReactNode } from 'react'
import { useAsked } from './asked.tsx'
import { type Column, promiseColumns, workColumns } from './columns.ts'
import { FigureLink } from './FigureLink.tsx'
import style from './Figures.module.css'
import { isOwnDimension, ownNarrowedBy } from './own-search.ts'
import { Picture } from './Picture.tsx'
import { isOfPromises, narrowedBy, type Search } from './search.ts'
import { useOwn } from './useOwn.ts'
import { useValues } from './values.ts'
import { useWords } from './words/index.ts'

type Groups = Records['figures']['groups']

/** So many are drawn; the table has them all. */
const most = 10

/** The figures apart by department, person, category and so on: the largest as bars, all as a table. */
export function Apart({ groups, total, by }: { groups: Groups; total: FigureSet; by: FigureBy }): ReactNode {
  const { t } = useWords()
  const { search, ask } = useAsked()
  const { columns, figures: drawnFigures } = by === 'policy' || isOfPromises(search) ? promised : work
  const drawn = groups.slice(0, most)
  const own = useOwn()
  const narrowed = (key: string | null) =>
    isOwnDimension(by) ? ownNarrowedBy(by, own.fieldOf(by)?.spec.kind ?? 'choice', key) : narrowedBy(by, key)
  const points = drawn.map(({ key, name }) => ({ label: name, more: narrowed(key) }))
  const dimension = isOwnDimension(by) ? own.nameOf(by) : t(`figureDimension.${by}`)
  return (
    <section className={style.apart} aria-label={t('apart')}>
      <header className={style.pictureHead}>
        <h2 className={style.heading}>{t('apart')}</h2>
        <div className={style.by}>
          <div className={style.scroll}>
            <Segmented
              label={t('by')}
              value={isOwnDimension(by) ? undefined : by}
              onChange={value => ask({ by: value })}
              choices={figureDimensions.map(value => ({ value, label: t(`figureDimension.${value}`) }))}
            />
          </div>
          {own.fields.length > 0 && (
            <Select<FigureBy | ''>
              label={t('byOwn')}
              value={isOwnDimension(by) ? by : ''}
              onChange={value => value !== '' && ask({ by: value })}
              options={[
                ...(isOwnDimension(by) ? [] : [{ value: '' as const, label: t('byOwn') }]),
                ...own.fields.map(field => ({
                  value: `fields.${field.key}` as const,
                  label: own.nameOf(`fields.${field.key}`),
                })),
              ]}
            />
          )}
        </div>
      </header>
      {groups.length > 1 && (
        <Picture
          title={[...drawnFigures.map(({ figure }) => t(`figure.${figure}`)), dimension].join(' · ')}
          corner={dimension}
          points={points}
          lying
          lines={drawnFigures.map(({ figure, of }) => ({
            name: t(`figure.${figure}`),
            figure,
            shape: 'bar' as const,
            holds: 'count' as const,
            values: drawn.map(({ figures }) => of(figures)),
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
              <Row key={key} name={name} more={narrowed(key)} figures={figures} columns={columns} />
            ))}
          </tbody>
          <tfoot>
            <Row name={t('figureSheet.total')} more={{}} figures={total} columns={columns} />
          </tfoot>
        </table>
      </section>
      {isOwnDimension(by) && own.fieldOf(by)?.spec.kind === 'choices' && (
        <p className={style.under}>{t('figureSheet.eachAnswer')}</p>
      )}
      {by === 'customer' && groups.length >= mostCustomers && (
        <p className={style.under}>{t('largest', { count: mostCustomers })}</p>
      )}
    </section>
  )
}

/** What is drawn and what stands in the table: work, or where that cannot be told apart, what was promised. */
const work = {
  columns: workColumns,
  figures: [
    { figure: 'created', of: (set: FigureSet) => set.created },
    { figure: 'solved', of: (set: FigureSet) => set.solved },
  ],
} as const
const promised = {
  columns: promiseColumns,
  figures: [
    { figure: 'kept', of: (set: FigureSet) => promisesOf(set).kept },
    { figure: 'breached', of: (set: FigureSet) => promisesOf(set).breached },
  ],
} as const

interface RowProps {
  name: string
  more: Search
  figures: FigureSet
  columns: readonly Column[]
}

function Row({ name, more, figures, columns }: RowProps): ReactNode {
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
