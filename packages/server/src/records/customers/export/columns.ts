import {
  type CustomerExportColumn,
  customerExportColumns,
  type FileCell,
  isCustomerExportColumn,
  textCell,
  usualCustomerColumns,
  wordIn,
} from '@baton/contract'
import type { Reading } from '../../../kernel/kinds.ts'
import { type BuiltIn, chosenColumns, type FileColumn, wallClock } from '../../exports/index.ts'
import { settings } from '../../settings/index.ts'
import { customerFields } from '../kind.ts'
import type { PointKind } from '../points.ts'
import { isWithheld } from '../withheld.ts'
import type { ExportRow } from './rows.ts'

export type CustomerColumn = FileColumn<ExportRow>

/** The columns that were asked for, or the usual ones. */
export function columnsOf(reading: Reading, asked: readonly string[] | undefined): CustomerColumn[] {
  const cells = cellsOf(reading)
  const builtIn: BuiltIn<ExportRow> = {
    isColumn: isCustomerExportColumn,
    isWithheld: id => isWithheld(id, reading.caller.grants),
    usual: usualCustomerColumns,
    column(id) {
      const name = id as CustomerExportColumn
      const header = wordIn(reading.caller.locale, 'customerColumn', name) ?? name
      return { id, header, width: widths[name] ?? 16, cell: cells[name] }
    },
  }
  return chosenColumns(reading, builtIn, reading.picture.of(customerFields).own, asked)
}

/** Every column that the caller may ask for, and those that are usual. */
export function customerColumns(reading: Reading): { all: CustomerColumn[]; usual: CustomerColumn[] } {
  const { all } = reading.picture.of(customerFields).own
  const ids = [...customerExportColumns, ...all.flatMap(({ key, archived }) => (archived ? [] : [`fields.${key}`]))]
  const shown = ids.filter(id => !isWithheld(id, reading.caller.grants))
  return { all: columnsOf(reading, shown), usual: columnsOf(reading, undefined) }
}

const widths: Partial<Record<CustomerExportColumn, number>> = { phones: 24, emails: 28, company: 24, note: 40 }

type Cells = Record<CustomerExportColumn, (row: ExportRow) => FileCell>

function cellsOf({ caller: { locale }, picture }: Reading): Cells {
  const wall = wallClock(picture.of(settings).timezone)
  const text = (value: string | null | undefined): FileCell => textCell(value ?? '')
  const points = ({ points }: ExportRow, kind: PointKind) =>
    points.flatMap(point => (point.kind === kind ? [point.value] : []))
  return {
    number: row => text(row.number),
    externalId: row => text(points(row, 'external')[0]),
    name: row => text(row.name),
    salutation: row => text(row.salutation && wordIn(locale, 'salutation', row.salutation)),
    phones: row => text([...points(row, 'phone'), ...row.partial_phones].join('、')),
    emails: row => text(points(row, 'email').join('、')),
    company: row => text(row.company),
    level: row => text(row.level),
    note: row => text(row.note),
    createdAt: row => ({ moment: wall(row.created_at.getTime()) }),
    updatedAt: row => ({ moment: wall(row.updated_at.getTime()) }),
  }
}
