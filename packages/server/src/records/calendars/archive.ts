import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { done, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** No longer to be chosen; what was reckoned by it stays explained. */
export const archiveCalendar = verb('calendar.archive', {
  subjects: ({ calendarId }) => ({ ...oneAtATime, calendar: [calendarId] }),
  decide(scene, _input, { now }) {
    const { id, name, archived_at } = scene.one('calendar')
    if (archived_at) return done(id, [])
    return done(id, [
      set('calendars', id, { archived_at: now }),
      reconfigure,
      tell('calendar.archived', deskTopic, id, { name }),
    ])
  },
})
