import type { DayOff, OwnDay, TimeSpan } from '@baton/contract'
import type { KeptHours } from './past.ts'

declare module '../../kernel/db.ts' {
  interface Tables {
    calendars: {
      id: string
      name: string
      timezone: string
      week: TimeSpan[][] | null
      holidays: boolean
      days: OwnDay[]
      archived_at: Date | null
      version: number
      created_at: Date
    }
    calendar_past: { id: string; calendar_id: string; until: Date; hours: KeptHours }
    public_holidays: { year: number; days: DayOff[] }
  }
}

export type CalendarRow = import('../../kernel/db.ts').Tables['calendars']
