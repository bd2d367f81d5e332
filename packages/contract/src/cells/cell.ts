/** A cell of a table in a file, as the server's reader of tables tells it and its writer takes it. */
export type FileCell =
  | null
  | { text: string }
  /** `text` has all its digits. */
  | { number: number; text: string }
  /** `2026-11-22` */
  | { date: string }
  /** Wall time of no zone: `2026-11-22T09:30:00`. */
  | { moment: string }
  /** `09:30:00` */
  | { clock: string }
  | { boolean: boolean }
  /** `#N/A` and its kin. */
  | { error: string }

/** What people call by name in a file. */
export type NamedKind = 'agent' | 'department' | 'customer'

/** What reading a cell needs to know beside the field. */
export interface CellReading {
  /** In which language options are told. */
  locale: string
  /** IANA name: in whose clocks times are meant. */
  zone: string
  /** The ids of those that are called so: none, one, or several. */
  named(kind: NamedKind, text: string): readonly string[]
  /** The regions beneath one, or the provinces. */
  regionsUnder(code: string | null): readonly { code: string; name: string }[]
}

/** What stands in a cell as words; empty for nothing. */
export function cellWords(cell: FileCell): string {
  if (cell === null) return ''
  if ('text' in cell) return cell.text
  if ('date' in cell) return cell.date
  if ('moment' in cell) return cell.moment.replace('T', ' ')
  if ('clock' in cell) return cell.clock
  if ('boolean' in cell) return cell.boolean ? '是' : '否'
  return cell.error
}

export const isEmptyCell = (cell: FileCell | undefined): boolean =>
  cell === null || cell === undefined || ('text' in cell && cell.text.trim() === '')
