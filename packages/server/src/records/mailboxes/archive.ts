import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { done, reconfigure, refuse, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** Mail to its address goes to the default mailbox from now on, so there must remain one. */
export const archiveMailbox = verb('mailbox.archive', {
  subjects: ({ mailboxId }) => ({ ...oneAtATime, mailbox: [mailboxId] }),
  decide(scene, _input, { now }) {
    const { id, name, is_default, archived_at } = scene.one('mailbox')
    if (archived_at) return done(id, [])
    if (is_default) return refuse('mailbox.lastDefault')
    return done(id, [
      set('mailboxes', id, { archived_at: now }),
      reconfigure,
      tell('mailbox.archived', deskTopic, id, { name }),
    ])
  },
})
