import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { add, done, type Refusal, reconfigure, refuseField, tell } from '../../kernel/steps.ts'
import { type Call, verb } from '../../kernel/verb.ts'
import { calendars } from './calendars.ts'

export const createCalendar = verb('calendar.create', {
  subjects: () => oneAtATime,
  decide(_scene, { name, timezone, week, holidays, days }, call) {
    const taken = refuseName(name, undefined, call)
    if (taken) return taken
    const id = newId()
    return done(id, [
      add('calendars', { id, name, timezone, week, holidays, days, created_at: call.now }),
      reconfigure,
      tell('calendar.created', deskTopic, id, { name }),
    ])
  },
})

/** Two of one name could not be told apart where they are chosen. */
export function refuseName(name: string, own: string | undefined, call: Call): Refusal | undefined {
  const other = call.of(calendars).all.find(one => one.name === name && one.id !== own && !one.archived)
  return other && refuseField('name', 'calendar.name')
}
