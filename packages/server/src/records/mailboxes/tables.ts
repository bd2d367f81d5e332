declare module '../../kernel/db.ts' {
  interface Tables {
    mailboxes: {
      id: string
      name: string
      address: string
      department_id: string | null
      is_default: boolean
      signature: string | null
      archived_at: Date | null
      version: number
      created_at: Date
    }
  }
}

export type MailboxRow = import('../../kernel/db.ts').Tables['mailboxes']
