import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, ReactNode } from 'react'
import style from './Rows.module.css'

export interface Column<T> {
  key: string
  title?: string
  /** A track of the grid: `minmax(0, 2fr)`, `96px`. */
  width: string
  cell: (item: T) => ReactNode
  /** Whether it is there on a phone too, on the row's second line. */
  narrow?: boolean
  end?: boolean
}

interface Props<T> {
  label: string
  columns: readonly Column<T>[]
  items: readonly T[]
  /** Where a row leads: a settings page and what stands open on it. */
  to: (item: T) => { page: string; id: string }
  open?: string | undefined
  /** Out of use: drawn paler. */
  isPale?: (item: T) => boolean
}

/** A calm list whose rows lead to their sheet; arrows go from row to row. On a phone a row has two lines. */
export function Rows<T>({ label, columns, items, to, open, isPale }: Props<T>): ReactNode {
  const grid = { gridTemplateColumns: columns.map(column => column.width).join(' ') }
  const [first] = columns
  return (
    <div className={style.rows}>
      {columns.some(column => column.title) && (
        <div className={style.head} style={grid} aria-hidden>
          {columns.map(column => (
            <span key={column.key} className={column.end ? style.end : undefined}>
              {column.title}
            </span>
          ))}
        </div>
      )}
      <ul aria-label={label} onKeyDown={step}>
        {items.map(item => {
          const { page, id } = to(item)
          return (
            <li key={id} className={isPale?.(item) ? style.pale : undefined}>
              <Link
                to="/settings/{-$page}/{-$id}"
                params={{ page, id }}
                className={style.row}
                style={grid}
                {...(open === id && { 'aria-current': 'true' as const })}
              >
                {columns.map(column => (
                  <span
                    key={column.key}
                    className={[
                      style.cell,
                      column === first ? style.first : column.narrow ? style.narrow : style.wide,
                      column.end && style.end,
                    ]
                      .filter(Boolean)
                      .join(' ')}
                  >
                    {column.cell(item)}
                  </span>
                ))}
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** From row to row, as in every list. */
export function step(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('a')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
