import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { conflict } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { done, put, reconfigure, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { departures, effective, notificationDefaults } from './choices.ts'
import type { OwnChoices } from './tables.ts'

export const getDefaults = read('notification.defaults', async reading => record(reading))

/** There is one, whatever the id. */
export const presentDefaults: Present = async (reading, ids) => ids.map(() => record(reading))

function record({ picture, caller }: Reading) {
  const { choices, version } = picture.of(notificationDefaults)
  return {
    choices: effective(choices, {}),
    version,
    allowed: caller.grants.may('notification.updateDefaults') ? ['notification.updateDefaults'] : [],
  }
}

/** What holds for everybody who has not chosen; told in the history like any other setting. */
export const updateDefaults = verb('notification.updateDefaults', {
  subjects: () => oneAtATime,
  decide(_scene, { choices, version }, call) {
    const before = call.of(notificationDefaults)
    if (version !== undefined && version !== before.version) throw conflict(before.version)
    const after = {
      choices: choices ? departures(effective({}, {}), before.choices, choices as OwnChoices) : before.choices,
    }
    const changes = [{ field: 'notifications', from: before.choices, to: after.choices }].filter(
      ({ from, to }) => JSON.stringify(from) !== JSON.stringify(to),
    )
    if (changes.length === 0) return done(deskTopic, [])
    return done(deskTopic, [
      put('notification_defaults', ['single'], { single: true, ...after, version: before.version + 1 }),
      tell('settings.updated', deskTopic, deskTopic, { changes }),
      reconfigure,
    ])
  },
})
