import type { VerbName } from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import type { JobCall, JobLine, JobRow, Passed } from '../../kernel/jobs/index.ts'
import type { Reading } from '../../kernel/kinds.ts'
import type { ReadCell } from '../../kernel/tables/index.ts'
import type { ImportRequest } from './request.ts'
import type { Asker, ImportTarget } from './target.ts'

/** What files bring: tickets, or customers. All else about an import is the same for both. */
export interface Brought {
  /** Who may import it. */
  grant: VerbName
  /** The verbs that its rows come to. */
  verbs: readonly VerbName[]
  targets(asker: Asker, templateId?: string): ImportTarget[]
  /** What tells a row apart from the others of its file; undefined where nothing does. */
  keyOf(cells: readonly ReadCell[], request: ImportRequest): string | undefined
  /** How a row is done, or what has become of it. */
  call(job: JobRow, line: JobLine, desk: Desk, caller: Caller): Promise<JobCall | Passed>
  /** The column that a problem of the verb's input is about. */
  columnOf(path: string): string
  blank(reading: Reading, templateId?: string): Blank
}

/** A file to fill in. */
export interface Blank {
  name: string
  /** What its sheet is called. */
  title: string
  targets: readonly ImportTarget[]
  /** The words that say how a part is written. */
  how: 'fileHow' | 'customerHow'
  /** What a part is chosen from. */
  optionsOf(field: string): string[]
  exampleOf(field: string): string
}
