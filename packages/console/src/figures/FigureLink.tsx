import type { FigureName } from '@baton/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAsked } from './asked.tsx'
import style from './Figures.module.css'
import type { Search } from './search.ts'

interface Props {
  figure: FigureName
  /** What narrows it further: a row's department, a bar's days. */
  more?: Search
  className?: string | undefined
  children: ReactNode
}

/** A number that opens what it counted. */
export function FigureLink({ figure, more, className, children }: Props): ReactNode {
  const { search, days } = useAsked()
  return (
    <Link
      to="/figures/{-$figure}"
      params={{ figure }}
      search={{ ...search, ...days, ...more }}
      className={className ?? style.number}
      preload={false}
    >
      {children}
    </Link>
  )
}
