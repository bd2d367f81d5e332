declare module '../../kernel/db.ts' {
  interface Tables {
    files: {
      id: string
      name: string
      media_type: string
      /** Bytes. */
      size: number
      sha256: string
      storage_key: string
      /** The person, key or form session that may attach it; null: only Baton itself may. */
      uploaded_by: string | null
      created_at: Date
    }
    attachments: { file_id: string; ticket_id: string; attached_at: Date }
    uploads: { file_id: string; created_at: Date }
  }
}

export type FilesTable = import('../../kernel/db.ts').Tables['files']
