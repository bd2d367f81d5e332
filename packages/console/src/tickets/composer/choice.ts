import type { CannedReplyRecord, MacroRecord } from '../../macros/records.ts'
import type { Pickable } from './picking.ts'

/** What stands in the list: a reply to insert, a macro to run. */
export type Choice = Pickable & { under: string } & (
    | { kind: 'reply'; reply: CannedReplyRecord }
    | { kind: 'macro'; macro: MacroRecord }
  )
