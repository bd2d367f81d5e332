import { deskTopic } from '../../../kernel/ids.ts'
import { done, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { announced, maySee, refuseChange } from '../../people/index.ts'
import { cannedReplyOf } from '../rows.ts'
import { refuseTaken } from './words.ts'

/** Offered again, unless another one has its name or shortcut by now. */
export const restoreCannedReply = verb('cannedReply.restore', {
  async prepare({ db, caller }, { cannedReplyId }) {
    const row = await cannedReplyOf(db, cannedReplyId)
    if (!row?.archived_at || !maySee('cannedReply', row, caller)) return
    const { id: but, name, shortcut, audience, owner_id: ownerId } = row
    await refuseTaken(db, { name, shortcut, audience, ownerId, but })
  },
  subjects: ({ cannedReplyId }) => ({ cannedReply: [cannedReplyId] }),
  decide(scene, _input, call) {
    const row = scene.one('cannedReply')
    const refusal = refuseChange('cannedReply', row, call)
    if (refusal) return refusal
    if (!row.archived_at) return done(row.id, [])
    return done(row.id, [
      set('canned_replies', row.id, { archived_at: null }),
      ...announced('cannedReply', [row]),
      tell('cannedReply.restored', deskTopic, row.id, { name: row.name }),
    ])
  },
})
