import { deskTopic } from '../../../kernel/ids.ts'
import { done, refuseField, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { announced, archivedRefusal, maySee, ownerIdOf, reachOf, refuseChange } from '../../people/index.ts'
import { cannedReplyOf } from '../rows.ts'
import { refuseTaken } from './words.ts'

/** 发布快捷回复: makes it there for departments or for everyone, or its owner's own again. */
export const publishCannedReply = verb('cannedReply.publish', {
  async prepare({ db, caller }, { cannedReplyId, audience }) {
    const row = await cannedReplyOf(db, cannedReplyId)
    if (!row || !maySee('cannedReply', row, caller)) return
    const { id: but, name, shortcut, owner_id: ownerId } = row
    await refuseTaken(db, { name, shortcut, audience, ownerId, but })
  },
  subjects: ({ cannedReplyId }) => ({ cannedReply: [cannedReplyId] }),
  decide(scene, { audience, departmentIds }, call) {
    const row = scene.one('cannedReply')
    const refusal = refuseChange('cannedReply', row, call)
    if (refusal) return refusal
    if (row.archived_at) return archivedRefusal('cannedReply')
    const reach = reachOf('cannedReply', { audience, departmentIds }, call)
    if ('refusal' in reach) return reach
    if (audience === 'me' && row.owner_id !== ownerIdOf(call.caller)) return refuseField('audience', 'audience.other')
    return done(row.id, [
      set('canned_replies', row.id, reach),
      ...announced('cannedReply', [row, { ...row, ...reach }]),
      tell('cannedReply.published', deskTopic, row.id, {
        name: row.name,
        audience,
        departmentIds: reach.department_ids,
      }),
    ])
  },
})
