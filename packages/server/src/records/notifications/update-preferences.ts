import { forbidden } from '../../kernel/problems.ts'
import { done, nudge, put } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { departures, effective, notificationDefaults, unchosen } from './choices.ts'
import { preferencesOf } from './preferences.ts'
import type { OwnChoices } from './tables.ts'
import { personOf } from './visible.ts'

export const updatePreferences = verb('notification.updatePreferences', {
  // Two of one's own tabs at once are done one after the other.
  subjects(_input, _prepared, caller) {
    const me = personOf({ caller })
    if (!me) throw forbidden('notification.updatePreferences')
    return { agent: [me] }
  },
  load: async (tx, _input, scene) => (await preferencesOf(tx, [scene.one('agent').id]))[0],
  decide(scene, { choices, quiet, zone, digest, digestAt, sound }, call) {
    const { id } = scene.one('agent')
    const before = scene.loaded ?? unchosen(id)
    const desk = effective(call.of(notificationDefaults).choices, {})
    return done(id, [
      put('notification_preferences', ['agent_id'], {
        ...before,
        ...(choices !== undefined && {
          choices: choices === null ? {} : departures(desk, before.choices, choices as OwnChoices),
        }),
        ...(quiet !== undefined && { quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null }),
        ...(zone !== undefined && { zone }),
        ...(digest && { digest }),
        ...(digestAt && { digest_at: digestAt }),
        ...(sound !== undefined && { sound }),
        updated_at: call.now,
      }),
      nudge('notificationPreferences', [id]),
    ])
  },
})
