import type { FieldSpec } from '@baton/contract'
import type { OwnField } from '../useOwnFields.ts'
import { fieldsFor, ownFieldOf, usualColumns } from '../viewFields.ts'
import type { Widths } from './widths.ts'

export interface Column {
  id: string
  /** Pixels, of its own; what there is beyond them goes to the subject. */
  width: number
  /** Numbers stand at the end, under each other. */
  end: boolean
  /** Whether the list can be ordered by it. */
  orders: boolean
}

const widths: Readonly<Record<string, number>> = {
  number: 128,
  subject: 260,
  status: 112,
  urgency: 88,
  assigneeId: 128,
  departmentId: 128,
  customerId: 128,
  dueAt: 148,
  tags: 168,
  categoryId: 168,
  requestType: 104,
  channel: 96,
  runState: 96,
  'customer.level': 96,
  satisfaction: 88,
  urgeCount: 88,
  reopenCount: 88,
  messageCount: 88,
}
const numbers: readonly string[] = ['satisfaction', 'urgeCount', 'reopenCount', 'messageCount']
const usualWidth = 132

/** The columns of a table: those that the view names, else the usual ones; as far as one may read them. */
export function columnsOf(
  chosen: readonly string[],
  own: readonly OwnField[],
  isHidden: (id: string) => boolean,
): Column[] {
  const orderable = new Set(fieldsFor('order', own, isHidden))
  const ids = (chosen.length > 0 ? chosen : usualColumns).filter(id => !isHidden(id))
  return ids.map(id => {
    const spec = ownFieldOf(own, id)?.spec
    return {
      id,
      width: spec ? widthOf(spec) : (widths[id] ?? usualWidth),
      end: numbers.includes(id) || (spec !== undefined && isNumber(spec)),
      orders: orderable.has(id),
    }
  })
}

const isNumber = (spec: FieldSpec): boolean =>
  spec.kind === 'number' || spec.kind === 'amount' || (spec.kind === 'formula' && spec.result === 'number')

function widthOf(spec: FieldSpec): number {
  if (isNumber(spec) || spec.kind === 'boolean') return 104
  return ['longText', 'richText', 'address', 'rows', 'files', 'pictures'].includes(spec.kind) ? 220 : usualWidth
}

/**
 * The tracks of the grid, with the widths that somebody has given. The subject, or where there is none the last column,
 * takes the room that is left, as long as nobody has said how wide it is.
 */
export function tracksOf(columns: readonly Column[], widths: Widths): string {
  const wide = columns.some(({ id }) => id === 'subject') ? 'subject' : columns.at(-1)?.id
  return columns
    .map(({ id, width }) =>
      id === wide && widths[id] === undefined ? `minmax(${width}px, 1fr)` : `${widths[id] ?? width}px`,
    )
    .join(' ')
}

/** What stands beside the columns: the margin of the boxes, and a little at the end. */
const margins = 40

export const widthOfAll = (columns: readonly Column[], widths: Widths): number =>
  columns.reduce((sum, { id, width }) => sum + (widths[id] ?? width), margins)

export interface Ordering {
  field: string
  direction: 'asc' | 'desc'
}

const newestFirst = /(At|Since|Count)$|^satisfaction$/

/**
 * The order after a head was pressed: by that column the usual way (times and counts from the top), the other way when
 * it is ordered by it already or Shift was held.
 */
export function orderedBy(id: string, now: Ordering | undefined, isReversed: boolean): Ordering {
  const usual = newestFirst.test(id) && id !== 'dueAt' ? 'desc' : 'asc'
  const other = usual === 'asc' ? 'desc' : 'asc'
  if (now?.field === id) return { field: id, direction: now.direction === 'asc' ? 'desc' : 'asc' }
  return { field: id, direction: isReversed ? other : usual }
}
