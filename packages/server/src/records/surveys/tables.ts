export interface SurveyRow {
  id: string
  ticket_id: string
  cycle: number
  channel: 'email' | 'sms' | null
  reason: string | null
  sent_at: Date
  score: number | null
  comment: string | null
  answered_at: Date | null
}

declare module '../../kernel/db.ts' {
  interface Tables {
    surveys: SurveyRow
  }
}
