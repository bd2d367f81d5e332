import { hoursOf } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { changesOf, done, type Row, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { calendars } from './calendars.ts'
import { refuseName } from './create.ts'
import { keepPast } from './past.ts'

const names = { name: 'name', timezone: 'timezone', week: 'week', holidays: 'holidays', days: 'days' }

export const updateCalendar = verb('calendar.update', {
  subjects: ({ calendarId }) => ({ ...oneAtATime, calendar: [calendarId] }),
  decide(scene, { name, timezone, week, holidays, days }, call) {
    const row = scene.one('calendar')
    const taken = name === undefined ? undefined : refuseName(name, row.id, call)
    if (taken) return taken
    const patch = {
      ...(name !== undefined && { name }),
      ...(timezone !== undefined && { timezone }),
      ...(week !== undefined && { week }),
      ...(holidays !== undefined && { holidays }),
      ...(days !== undefined && { days }),
    }
    const changes = changesOf(row as unknown as Row, patch, names)
    if (changes.length === 0) return done(row.id, [])
    const { byId, publicDays } = call.of(calendars)
    const before = byId(row.id)
    return done(row.id, [
      set('calendars', row.id, patch),
      ...(before ? keepPast(row.id, before.hours, hoursOf({ ...row, ...patch }, publicDays), call.now) : []),
      reconfigure,
      tell('calendar.updated', deskTopic, row.id, { name: row.name, changes }),
    ])
  },
})
