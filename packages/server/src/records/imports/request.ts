import type { FileKind, VerbInput } from '@baton/contract'
import type { JobLine, JobRow } from '../../kernel/jobs/index.ts'
import type { ReadCell } from '../../kernel/tables/index.ts'

declare module '../../kernel/db.ts' {
  interface Tables {
    /** By what a row of a file was known, and the ticket or the customer that was made of it. */
    imported: {
      scope: string
      key: string
      ticket_id: string | null
      customer_id: string | null
      job_id: string
      n: number
    }
  }
}

/** What an import of any kind was asked for, kept with its job. */
export type ImportRequest = Omit<VerbInput<'customer.import'>, 'key'> & {
  of: FileKind
  /** The file's name. */
  name: string
  headers: string[]
  /** The columns that rows are known by, and what they are called: other files with the same know them too. */
  key: { columns: number[]; scope: string } | null
}

/** The same of tickets. */
export type TicketRequest = ImportRequest & Pick<VerbInput<'ticket.import'>, 'defaults'>

/** A row of the file as it waits. */
export interface ImportLine {
  /** As a spreadsheet shows it. */
  row: number
  cells: ReadCell[]
}

/** Jobs that were begun before customers came from files say nothing of what they bring. */
export const requestOf = ({ request }: JobRow): ImportRequest =>
  ({ of: 'ticket', ...request }) as unknown as ImportRequest

export const lineOf = ({ input }: JobLine): ImportLine => input as unknown as ImportLine
