import { deskTopic } from '../../../kernel/ids.ts'
import { done, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { announced, refuseChange } from '../../people/index.ts'

/** Offered no more; its shortcut is free again. */
export const archiveCannedReply = verb('cannedReply.archive', {
  subjects: ({ cannedReplyId }) => ({ cannedReply: [cannedReplyId] }),
  decide(scene, _input, call) {
    const row = scene.one('cannedReply')
    const refusal = refuseChange('cannedReply', row, call)
    if (refusal) return refusal
    if (row.archived_at) return done(row.id, [])
    return done(row.id, [
      set('canned_replies', row.id, { archived_at: call.now }),
      ...announced('cannedReply', [row]),
      tell('cannedReply.archived', deskTopic, row.id, { name: row.name }),
    ])
  },
})
