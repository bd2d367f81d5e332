import type { Audience, Condition, MacroStep } from '@baton/contract'

/** What macros and canned replies have alike: whose they are and for whom they are there. */
export interface OfferedRow {
  id: string
  owner_id: string | null
  name: string
  audience: Audience
  department_ids: string[]
  archived_at: Date | null
  version: number
  created_at: Date
}

export interface MacroRow extends OfferedRow {
  description: string | null
  steps: MacroStep[]
  conditions: Condition | null
}

export interface CannedReplyRow extends OfferedRow {
  shortcut: string | null
  shortcut_folded: string | null
  body: string
  folded: string
  file_ids: string[]
}

declare module '../../kernel/db.ts' {
  interface Tables {
    macros: MacroRow
    canned_replies: CannedReplyRow
    uses: { of_id: string; day: string; times: number; last_at: Date }
  }
}

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    macro: MacroRow
    cannedReply: CannedReplyRow
  }
}
