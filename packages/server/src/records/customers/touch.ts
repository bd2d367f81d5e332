import { add, type Step } from '../../kernel/steps.ts'

/** One contact between a customer and us: from, to, time, channel. A call's has an end; a message's has none. */
export interface TouchRow {
  id: string
  customer_id: string | null
  ticket_id: string | null
  message_id: string | null
  channel: string
  direction: 'in' | 'out'
  sender: string | null
  recipient: string | null
  started_at: Date
  ended_at: Date | null
}

declare module '../../kernel/db.ts' {
  interface Tables {
    touches: TouchRow
  }
}

export const touched = (touch: TouchRow): Step => add('touches', touch)
