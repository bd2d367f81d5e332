import { fold } from '@baton/contract'
import { deskTopic } from '../../../kernel/ids.ts'
import { invalid } from '../../../kernel/problems.ts'
import { changesOf, done, type Row, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { type AttachedFile, keepSteps, loadAttachments } from '../../files/index.ts'
import { announced, archivedRefusal, maySee, refuseChange } from '../../people/index.ts'
import { cannedReplyOf } from '../rows.ts'
import { shortened } from '../shortened.ts'
import { bodyProblems, foldedWords, refuseTaken } from './words.ts'

const names = { name: 'name', shortcut: 'shortcut', body: 'body', file_ids: 'attachmentIds' }

export const updateCannedReply = verb<'cannedReply.update', { files: readonly AttachedFile[] }>('cannedReply.update', {
  async prepare({ db, caller }, { cannedReplyId, name, shortcut, attachmentIds = [] }) {
    const row = await cannedReplyOf(db, cannedReplyId)
    if (!row || !maySee('cannedReply', row, caller)) return { files: [] }
    await refuseTaken(db, {
      name: name ?? row.name,
      shortcut: shortcut === undefined ? row.shortcut : shortcut,
      audience: row.audience,
      ownerId: row.owner_id,
      but: row.id,
    })
    const added = attachmentIds.filter(id => !row.file_ids.includes(id))
    return { files: await loadAttachments(db, added, caller) }
  },
  subjects: ({ cannedReplyId }) => ({ cannedReply: [cannedReplyId] }),
  decide(scene, { name, shortcut, body, attachmentIds }, call) {
    const row = scene.one('cannedReply')
    const refusal = refuseChange('cannedReply', row, call)
    if (refusal) return refusal
    if (row.archived_at) return archivedRefusal('cannedReply')
    const words = {
      name: name ?? row.name,
      shortcut: shortcut === undefined ? row.shortcut : shortcut,
      body: body ?? row.body,
    }
    const problems = bodyProblems(words.body)
    if (problems.length > 0) return { refusal: invalid(problems) }
    const patch = {
      ...words,
      shortcut_folded: words.shortcut === null ? null : fold(words.shortcut),
      folded: foldedWords(words),
      file_ids: attachmentIds ? [...new Set(attachmentIds)] : row.file_ids,
    }
    const changes = changesOf(row as unknown as Row, patch, names)
    if (changes.length === 0) return done(row.id, [])
    return done(row.id, [
      set('canned_replies', row.id, patch),
      ...keepSteps(scene.prepared.files),
      ...announced('cannedReply', [row]),
      tell('cannedReply.updated', deskTopic, row.id, { name: row.name, changes: shortened(changes) }),
    ])
  },
})
