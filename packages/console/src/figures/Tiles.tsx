import type { FigureSet } from '@baton/contract'
import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { FigureLink } from './FigureLink.tsx'
import style from './Figures.module.css'
import { type Tile, tiles } from './tiles.ts'
import { shareOf, useValues } from './values.ts'
import { useWords } from './words/index.ts'

interface Props {
  total: FigureSet
  previous: FigureSet | null
}

/** The main figures, each with what it was before; each opens what it counted. */
export function Tiles({ total, previous }: Props): ReactNode {
  const { t } = useWords()
  return (
    <ul className={style.tiles} aria-label={t('tiles')}>
      {tiles.map(tile => (
        <li key={tile.word}>
          <OneTile tile={tile} total={total} previous={previous} />
        </li>
      ))}
    </ul>
  )
}

function OneTile({ tile, total, previous }: Props & { tile: Tile }): ReactNode {
  const { t } = useWords()
  const values = useValues()
  const { figure, word, holds, value } = tile
  const now = value(total)
  const change = previous && values.change(now, value(previous), holds)
  return (
    <FigureLink figure={figure} className={style.tile}>
      <span className={style.label}>{t(`figure.${word}`)}</span>
      <span className={style.value}>
        {now === null ? <span className={style.unknown}>{t('unknown')}</span> : values.text(now, holds)}
      </span>
      <span className={style.sub}>{useSub(tile, total)}</span>
      {change && (
        <span className={style.change}>
          {change.way !== 'same' && <Icon name={change.way} size={12} />}
          {t(`change.${change.way}`, { by: change.by })}
        </span>
      )}
    </FigureLink>
  )
}

/** What stands under a number: how it spreads, or what it is a share of. */
function useSub({ word }: Tile, total: FigureSet): string {
  const { t } = useWords()
  const { text } = useValues()
  const share = ({ n, of }: { n: number; of: number }) =>
    of === 0 ? '' : t('sub.share', { n: text(n, 'count'), of: text(of, 'count') })
  switch (word) {
    case 'firstResponse':
    case 'handling': {
      const { p90, average, count } = total[word]
      return count === 0 ? '' : t('sub.p90', { p90: text(p90, 'seconds'), average: text(average, 'seconds') })
    }
    case 'backlog':
      return t('sub.now')
    case 'overdue':
    case 'manual':
      return share(total[word])
    case 'satisfaction': {
      const { satisfied, answered } = total.satisfaction
      if (answered.n === 0) return ''
      return t('sub.satisfaction', {
        satisfied: text(shareOf(satisfied), 'share'),
        answered: text(shareOf(answered), 'share'),
      })
    }
    case 'reopenedTickets':
      return share(total.reopened)
    case 'urgedTickets':
      return total.urges > 0 ? `${share(total.urged)} · ${t('sub.times', { count: total.urges })}` : share(total.urged)
    case 'solved':
      return total.ended > 0 ? t('sub.ended', { count: total.ended }) : ''
    default:
      return ''
  }
}
