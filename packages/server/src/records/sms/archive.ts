import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { done, reconfigure, refuse, remove, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { smsAccounts } from './accounts.ts'

/** Nothing leaves or comes in by it any more, and its secrets are forgotten. The default goes last. */
export const archiveSmsAccount = verb('smsAccount.archive', {
  subjects: ({ smsAccountId }) => ({ ...oneAtATime, smsAccount: [smsAccountId] }),
  decide(scene, _input, call) {
    const { id, name, is_default, archived_at } = scene.one('smsAccount')
    if (archived_at) return done(id, [])
    const others = call.of(smsAccounts).all.some(account => !account.archived && account.id !== id)
    if (is_default && others) return refuse('smsAccount.lastDefault')
    return done(id, [
      set('sms_accounts', id, { archived_at: call.now }),
      remove('secrets', { owner_id: id }),
      reconfigure,
      tell('smsAccount.archived', deskTopic, id, { name }),
    ])
  },
})
