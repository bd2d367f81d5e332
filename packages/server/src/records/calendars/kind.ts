import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { CalendarRow } from './tables.ts'

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    calendar: CalendarRow
  }
}

const fields: Catalogue = {
  id: { type: 'ref', to: 'calendar', nullable: false },
  name: { type: 'text', nullable: false },
}

export const calendarKind: Kind<'calendar'> = {
  name: 'calendar',
  table: 'calendars',
  rank: 66,
  lock: lockRows<CalendarRow>('calendars'),
  readGrant: 'calendar.list',
  plain: ({ id, name }) => ({ id, name }),
  catalogue: () => fields,
  columns: () => ({}),
}
