import { useMemo } from 'react'
import { useMe } from '../../session/me.ts'
import { useOwnFields } from '../useOwnFields.ts'
import type { ViewRecord } from '../views.ts'
import { type Column, columnsOf, tracksOf, widthOfAll } from './columns.ts'

/** A view's columns and the grid that they stand in. */
export function useColumns(view: ViewRecord | undefined): { columns: Column[]; tracks: string; width: number } {
  const own = useOwnFields()
  const me = useMe()
  return useMemo(() => {
    const columns = columnsOf(view?.columns ?? [], own, me.isHidden)
    return { columns, tracks: tracksOf(columns), width: widthOfAll(columns) }
  }, [view?.columns, own, me])
}
