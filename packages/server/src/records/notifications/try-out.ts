import { newId } from '../../kernel/ids.ts'
import { forbidden } from '../../kernel/problems.ts'
import { add, done, nudge, put, type Step } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { notificationDefaults, unchosen, waysOf } from './choices.ts'
import { countId } from './count.ts'
import { preferencesOf } from './preferences.ts'
import type { OutgoingWay } from './tables.ts'
import { personOf } from './visible.ts'

/** A test by every way that is on, at once: whoever asks for it is awake. */
export const tryOut = verb('notification.test', {
  prepare: async ({ db, caller }) => (await preferencesOf(db, [personOf({ caller }) ?? countId]))[0],
  decide({ prepared }, _input, call) {
    const me = personOf(call)
    if (!me) return { refusal: forbidden('notification.test') }
    const { choices } = prepared ?? unchosen(me)
    const ways = waysOf('test', call.of(notificationDefaults).choices, choices)
    const id = newId()
    const leave = (way: OutgoingWay): Step[] =>
      ways[way]
        ? [
            put('notification_outgoing', ['notification_id', 'way'], {
              notification_id: id,
              way,
              agent_id: me,
              due_at: call.now,
            }),
          ]
        : []
    return done(countId, [
      add('notifications', {
        id,
        agent_id: me,
        kind: 'test',
        ticket_id: null,
        seq: null,
        params: {},
        urgent: false,
        bundle: null,
        count: 1,
        listed: ways.inApp,
        popup: ways.popup,
        told_at: call.now,
        created_at: call.now,
        read_at: null,
      }),
      ...leave('push'),
      ...leave('mail'),
      ...leave('sms'),
      nudge('notification', [me]),
    ])
  },
})
