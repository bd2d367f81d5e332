declare module '../../kernel/db.ts' {
  interface Tables {
    categories: {
      id: string
      name: string
      parent_id: string | null
      department_id: string | null
      template_id: string | null
      skills: string[]
      archived_at: Date | null
      version: number
      created_at: Date
    }
    request_types: {
      id: string
      key: string
      name_zh: string
      name_en: string
      position: number
      archived_at: Date | null
      version: number
    }
  }
}

type Tables = import('../../kernel/db.ts').Tables
export type CategoryRow = Tables['categories']
export type RequestTypeRow = Tables['request_types']
