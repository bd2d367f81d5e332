import { notFound } from '../../../kernel/problems.ts'
import { done } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { copySteps, type KeptFile, loadKept } from '../../files/index.ts'
import { archivedRefusal, isFor } from '../../people/index.ts'
import { cannedReplyOf } from '../rows.ts'
import type { CannedReplyRow } from '../tables.ts'
import { used } from '../uses.ts'

interface Prepared {
  row: CannedReplyRow
  files: readonly KeptFile[]
}

/** 使用快捷回复: counts it, and answers with copies of its files that the caller may attach. */
export const useCannedReply = verb<'cannedReply.use', Prepared>('cannedReply.use', {
  async prepare({ db, caller }, { cannedReplyId }) {
    const row = await cannedReplyOf(db, cannedReplyId)
    if (!row || !isFor(row, caller)) throw notFound()
    return { row, files: await loadKept(db, row.file_ids) }
  },
  decide({ prepared: { row, files } }, _input, { caller, now }) {
    if (row.archived_at) return archivedRefusal('cannedReply')
    const { steps, copies } = copySteps(files, caller, now)
    return done(row.id, [used(row.id, caller, now), ...steps], { inserted: copies })
  },
})
