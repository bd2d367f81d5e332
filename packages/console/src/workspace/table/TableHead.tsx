import { Icon } from '@baton/ui'
import type { CSSProperties, ReactNode } from 'react'
import type { Listed } from '../list.ts'
import { useViewFieldNames } from '../useViewFieldNames.ts'
import { useViewWords } from '../words/index.ts'
import { type Column, orderedBy } from './columns.ts'
import style from './Table.module.css'

interface Props {
  columns: readonly Column[]
  grid: CSSProperties
  order: Listed['order']
  onOrder: (order: Listed['order']) => void
}

/** The names of the columns. Pressing one orders by it, pressing it again or with Shift the other way round. */
export function TableHead({ columns, grid, order, onOrder }: Props): ReactNode {
  const { t } = useViewWords()
  const nameOf = useViewFieldNames()
  const [first] = order ?? []
  const now = first && { field: first.field, direction: first.direction ?? ('asc' as const) }
  return (
    <thead className={style.head}>
      <tr className={style.names} style={grid}>
        {columns.map(({ id, orders, end }) => {
          const direction = now?.field === id ? now.direction : undefined
          return (
            <th
              key={id}
              scope="col"
              className={[style.name, end && style.end].filter(Boolean).join(' ')}
              {...(direction && {
                'aria-sort': direction === 'asc' ? ('ascending' as const) : ('descending' as const),
              })}
            >
              {orders ? (
                <button
                  type="button"
                  className={style.order}
                  data-hint={t('table.orderBy', { name: nameOf(id) })}
                  onClick={event => onOrder([orderedBy(id, now, event.shiftKey)])}
                >
                  <span className={style.word}>{nameOf(id)}</span>
                  {direction && <Icon name={direction === 'asc' ? 'up' : 'down'} size={12} />}
                </button>
              ) : (
                <span className={style.word}>{nameOf(id)}</span>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
