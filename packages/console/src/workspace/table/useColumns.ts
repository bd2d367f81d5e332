import { type CSSProperties, useMemo } from 'react'
import { useMe } from '../../session/me.ts'
import { useOwnFields } from '../useOwnFields.ts'
import type { ViewRecord } from '../views.ts'
import { type Column, columnsOf, tracksOf, widthOfAll } from './columns.ts'
import { type Sizing, useWidths } from './widths.ts'

interface Columns {
  columns: Column[]
  /** For what holds the rows: the grid that they stand in, so that none of them is drawn anew when it changes. */
  grid: CSSProperties
  sizing: Sizing
}

/** A view's columns and the grid that they stand in. */
export function useColumns(view: ViewRecord | undefined): Columns {
  const own = useOwnFields()
  const me = useMe()
  const sizing = useWidths(view?.id)
  const columns = useMemo(() => columnsOf(view?.columns ?? [], own, me.isHidden), [view?.columns, own, me])
  const grid = useMemo(
    () =>
      ({ '--tracks': tracksOf(columns, sizing.widths), minWidth: widthOfAll(columns, sizing.widths) }) as CSSProperties,
    [columns, sizing.widths],
  )
  return { columns, grid, sizing }
}
