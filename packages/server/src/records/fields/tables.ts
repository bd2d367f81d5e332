import type { FieldOwner, FieldSpec } from '@baton/contract'

declare module '../../kernel/db.ts' {
  interface Tables {
    fields: {
      id: string
      owner: FieldOwner
      key: string
      name: string
      name_en: string | null
      help: string | null
      spec: FieldSpec
      /** What a new record begins with; null: nothing. */
      usual: unknown
      is_unique: boolean
      indexed: boolean
      reported: boolean
      position: number
      archived_at: Date | null
      version: number
      created_at: Date
    }
    /** Values of unique fields: each once. */
    field_values: { field_id: string; value: string; record_id: string }
  }
}
declare module '../../kernel/kinds.ts' {
  interface KindRows {
    field: FieldRow
  }
}

export type FieldRow = import('../../kernel/db.ts').Tables['fields']
