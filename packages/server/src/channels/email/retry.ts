import { deskTopic } from '../../kernel/ids.ts'
import { done, refuse, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { isRetryable } from './kind.ts'

/**
 * A person has a mail handled again: one that failed as it is, one that was taken for a machine's, a loop's or a
 * duplicate as what the person says that it is, a customer's mail.
 */
export const retryMail = verb('mail.retry', {
  subjects: ({ mailId }) => ({ mail: [mailId] }),
  decide(scene) {
    const mail = scene.one('mail')
    if (!isRetryable(mail)) return refuse('mail.notRetryable', { outcome: mail.outcome })
    const wanted = mail.wanted || mail.outcome !== 'quarantined'
    return done(mail.id, [
      set('mails', mail.id, { outcome: 'pending', wanted, tries: 0, error: null, settled_at: null }),
      tell('mail.retried', deskTopic, mail.id, { mailId: mail.id, from: mail.outcome }),
    ])
  },
})
