import type { ReactNode } from 'react'
import { useJobWords } from '../../jobs/words/index.ts'
import type { Selection } from '../selection.ts'
import { BulkBar } from './BulkBar.tsx'

/** Which list it is: a view by its word in the address, or what words have found. */
export type Listing = { view: string } | { text: string }

interface Props {
  selection: Selection
  of: Listing
  /** How many tickets there are in the list, in words where there are very many. */
  total: number | string | undefined
}

/** What can be done with what is chosen in one list, of which all can be chosen. */
export function ListBar({ selection, of, total }: Props): ReactNode {
  const { t } = useJobWords()
  const { chosen, all, clear } = selection
  const ids = [...chosen.ids]
  const isAll = chosen.all && ids.length === 0
  const label = t('view' in of ? 'select.all' : 'select.allFound', { count: total })
  return (
    <BulkBar
      count={chosen.all ? lessOf(total, ids.length) : ids.length}
      isAll={isAll}
      which={chosen.all ? { ...of, ...(ids.length > 0 && { exceptIds: ids }) } : { ticketIds: ids }}
      offers={!isAll && total !== undefined ? [{ label, run: all }] : []}
      onClear={clear}
    />
  )
}

/** Of very many nobody knows exactly, so a few less are as many. */
const lessOf = (total: number | string | undefined, less: number): number | string =>
  typeof total === 'number' ? Math.max(0, total - less) : (total ?? '')
