import { fold } from '@baton/contract'
import { deskTopic, newId } from '../../../kernel/ids.ts'
import { invalid } from '../../../kernel/problems.ts'
import { add, done, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { type AttachedFile, keepSteps, loadAttachments } from '../../files/index.ts'
import { announced, ownerIdOf, reachOf } from '../../people/index.ts'
import { bodyProblems, foldedWords, refuseTaken } from './words.ts'

/** 新建快捷回复: one's own, or at once for others. Its files are uploads of the caller's until then. */
export const createCannedReply = verb<'cannedReply.create', { files: readonly AttachedFile[] }>('cannedReply.create', {
  async prepare({ db, caller }, { name, shortcut, audience, attachmentIds }) {
    await refuseTaken(db, { name, shortcut: shortcut ?? null, audience, ownerId: ownerIdOf(caller) })
    return { files: await loadAttachments(db, attachmentIds, caller) }
  },
  decide({ prepared }, { name, shortcut, body, audience, departmentIds }, call) {
    const reach = reachOf('cannedReply', { audience, departmentIds }, call)
    if ('refusal' in reach) return reach
    const problems = bodyProblems(body)
    if (problems.length > 0) return { refusal: invalid(problems) }
    const id = newId()
    const words = { name, shortcut: shortcut ?? null, body }
    const row = {
      id,
      owner_id: ownerIdOf(call.caller),
      ...words,
      shortcut_folded: shortcut === undefined ? null : fold(shortcut),
      folded: foldedWords(words),
      file_ids: prepared.files.map(file => file.id),
      ...reach,
      created_at: call.now,
    }
    return done(id, [
      add('canned_replies', row),
      ...keepSteps(prepared.files),
      ...announced('cannedReply', [row]),
      tell('cannedReply.created', deskTopic, id, { name }),
    ])
  },
})
