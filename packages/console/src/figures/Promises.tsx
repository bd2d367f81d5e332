import {
  complianceOf,
  type FigureName,
  type FigureSet,
  type PromiseCounts,
  promisesOf,
  targetsOf,
} from '@baton/contract'
import { Icon } from '@baton/ui'
import { type ReactNode, useId } from 'react'
import { FigureLink } from './FigureLink.tsx'
import style from './Figures.module.css'
import { NoPromises } from './NoPromises.tsx'
import type { Search } from './search.ts'
import { type Share, shareOf, useValues } from './values.ts'
import { useWords } from './words/index.ts'

interface Props {
  total: FigureSet
  previous: FigureSet | null
}

const counted = ['kept', 'breached', 'warned', 'extended'] as const

/** 时限达标: what came of each target's promises, and how many tickets missed any. */
export function Promises({ total, previous }: Props): ReactNode {
  const { t } = useWords()
  const id = useId()
  const targets = targetsOf(previous ? [total, previous] : [total])
  return (
    <section className={style.promises} aria-labelledby={id}>
      <header className={style.pictureHead}>
        <h2 id={id} className={style.heading}>
          {t('promises.title')}
        </h2>
        <p className={style.tickets}>
          <OfTickets figure="overdue" share={total.overdue} />
          <OfTickets figure="extendedTickets" share={total.extended} />
        </p>
      </header>
      {targets.length === 0 ? (
        <NoPromises />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is too wide, the arrow keys move it
        <section className={style.scroll} tabIndex={0} aria-label={t('promises.title')}>
          <table className={`${style.table} ${style.kept}`}>
            <caption className="unseen">{t('promises.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('promises.target')}</th>
                <th scope="col">{t('figure.compliance')}</th>
                {counted.map(name => (
                  <th key={name} scope="col">
                    {t(`promises.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {targets.map(target => (
                <Row
                  key={target}
                  name={t(`factWord.${target}`)}
                  more={{ target }}
                  now={total.promises[target]}
                  then={previous?.promises[target] ?? null}
                />
              ))}
            </tbody>
            {targets.length > 1 && (
              <tfoot>
                <Row
                  name={t('promises.all')}
                  more={{}}
                  now={promisesOf(total)}
                  then={previous && promisesOf(previous)}
                />
              </tfoot>
            )}
          </table>
        </section>
      )}
    </section>
  )
}

/** `超时率 3.5% 12 / 340`; nothing where there is nothing to tell. */
function OfTickets({ figure, share }: { figure: 'overdue' | 'extendedTickets'; share: Share }): ReactNode {
  const { t } = useWords()
  const { text } = useValues()
  if (share.n === 0) return null
  return (
    <span>
      {t(`figure.${figure}`)} <FigureLink figure={figure}>{text(shareOf(share), 'share')}</FigureLink>{' '}
      {t('promises.tickets', { n: text(share.n, 'count'), of: text(share.of, 'count') })}
    </span>
  )
}

interface RowProps {
  name: string
  more: Search
  now: PromiseCounts
  then: PromiseCounts | null
}

function Row({ name, more, now, then }: RowProps): ReactNode {
  const values = useValues()
  const share = shareOf(complianceOf(now))
  const opening = (figure: FigureName, value: number | null, shown: string) =>
    value ? (
      <FigureLink figure={figure} more={more}>
        {shown}
      </FigureLink>
    ) : (
      shown
    )
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={style.compliance}>
          <span className={style.rate}>{opening('kept', share, values.text(share, 'share'))}</span>
          {share !== null && (
            <span className={style.measure} aria-hidden>
              <span style={{ width: `${share * 100}%` }} />
            </span>
          )}
          {then && <Change now={share} then={shareOf(complianceOf(then))} />}
        </span>
      </td>
      {counted.map(figure => (
        <td key={figure}>{opening(figure, now[figure], values.text(now[figure], 'count'))}</td>
      ))}
    </tr>
  )
}

function Change({ now, then }: { now: number | null; then: number | null }): ReactNode {
  const { t } = useWords()
  const { change } = useValues()
  const changed = change(now, then, 'share')
  if (!changed) return null
  return (
    <span className={style.change}>
      {changed.way !== 'same' && <Icon name={changed.way} size={12} />}
      <span aria-hidden>{changed.by}</span>
      <span className="unseen">{t(`change.${changed.way}`, { by: changed.by })}</span>
    </span>
  )
}
