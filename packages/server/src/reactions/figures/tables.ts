import type { Life } from './life.ts'

declare module '../../kernel/db.ts' {
  interface Tables {
    figure_dimensions: {
      id: number
      key: string
      department_id: string | null
      assignee_id: string | null
      channel: string
      category_id: string | null
      category_ids: string[]
      request_type: string | null
      urgency: string
      policy_id: string | null
      fields: Record<string, unknown>
    }
    facts: {
      ticket_id: string
      seq: number
      kind: string
      at: Date
      day: string
      dimension_id: number
      customer_id: string | null
      value: number | null
      word: string | null
      nth: number
    }
    figure_marks: { kept_from: number }
    figure_lives: {
      ticket_id: string
      dimension_id: number
      customer_id: string | null
      open_since: string | null
      seq: number
      memory: Life
    }
    figure_stretches: {
      ticket_id: string
      from_day: string
      to_day: string
      dimension_id: number
      customer_id: string | null
    }
  }
}
