import { Icon } from '@baton/ui'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Listed } from '../list.ts'
import { useViewFieldNames } from '../useViewFieldNames.ts'
import { useViewWords } from '../words/index.ts'
import { type Column, orderedBy } from './columns.ts'
import { Edge } from './Edge.tsx'
import style from './Table.module.css'
import type { Sizing } from './widths.ts'

interface Props {
  columns: readonly Column[]
  sizing: Sizing
  order: Listed['order']
  onOrder: (order: Listed['order']) => void
}

/**
 * The names of the columns. Pressing one orders by it, pressing it again or with Shift the other way round; Alt and an
 * arrow make it wider or narrower, as its edge does.
 */
export function TableHead({ columns, sizing, order, onOrder }: Props): ReactNode {
  const { t } = useViewWords()
  const nameOf = useViewFieldNames()
  const [first] = order ?? []
  const now = first && { field: first.field, direction: first.direction ?? ('asc' as const) }
  const press = (event: KeyboardEvent<HTMLElement>, id: string) => {
    const isEdge = (event.target as Element).closest('[role=separator]') !== null
    const step = event.altKey || isEdge ? steps[event.key] : undefined
    if (step === undefined) return
    event.preventDefault()
    sizing.size(id, event.currentTarget.getBoundingClientRect().width + step)
  }
  return (
    <thead className={style.head}>
      <tr className={style.names}>
        {columns.map(({ id, width, orders, end }) => {
          const direction = now?.field === id ? now.direction : undefined
          return (
            <th
              key={id}
              scope="col"
              aria-label={nameOf(id)}
              onKeyDown={event => press(event, id)}
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
              <Edge
                name={nameOf(id)}
                width={sizing.widths[id] ?? width}
                // Whoever comes by keys sizes by the head where it is a button.
                isStop={!orders}
                onSize={next => sizing.size(id, next)}
              />
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -16, ArrowRight: 16 }
