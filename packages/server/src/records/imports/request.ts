import type { VerbInput } from '@baton/contract'
import type { JobRow } from '../../kernel/jobs/index.ts'
import type { ReadCell } from '../../kernel/tables/index.ts'

declare module '../../kernel/db.ts' {
  interface Tables {
    /** By what a row of a file was known, and the ticket that was made of it. */
    imported: { scope: string; key: string; ticket_id: string; job_id: string; n: number }
  }
}

/** What an import was asked for, kept with its job. */
export type ImportRequest = Omit<VerbInput<'ticket.import'>, 'key'> & {
  /** The file's name. */
  name: string
  headers: string[]
  /** The columns that rows are known by, and what they are called: other files with the same know them too. */
  key: { columns: number[]; scope: string } | null
}

/** A row of the file as it waits. */
export interface ImportLine {
  /** As a spreadsheet shows it. */
  row: number
  cells: ReadCell[]
}

export const requestOf = (job: JobRow): ImportRequest => job.request as unknown as ImportRequest
