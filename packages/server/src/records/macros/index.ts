import { module } from '../../kernel/module.ts'
import { archiveMacro } from './archive.ts'
import { archiveCannedReply } from './canned/archive.ts'
import { createCannedReply } from './canned/create.ts'
import { listCannedReplies, presentCannedReplies } from './canned/list.ts'
import { publishCannedReply } from './canned/publish.ts'
import { restoreCannedReply } from './canned/restore.ts'
import { updateCannedReply } from './canned/update.ts'
import { useCannedReply } from './canned/use.ts'
import { createMacro } from './create.ts'
import { cannedReplyKind, macroKind } from './kinds.ts'
import { listMacros, presentMacros } from './list.ts'
import { publishMacro } from './publish.ts'
import { restoreMacro } from './restore.ts'
import { runMacro } from './run.ts'
import { updateMacro } from './update.ts'

export { placeholdersOn } from './placeholders.ts'

/** What saves writing and clicking: macros, which do several verbs in one go, and canned replies, which are inserted and edited. */
export const macrosRoom = module({
  name: 'macros',
  verbs: {
    'macro.create': createMacro,
    'macro.update': updateMacro,
    'macro.publish': publishMacro,
    'macro.archive': archiveMacro,
    'macro.restore': restoreMacro,
    'macro.run': runMacro,
    'cannedReply.create': createCannedReply,
    'cannedReply.update': updateCannedReply,
    'cannedReply.publish': publishCannedReply,
    'cannedReply.archive': archiveCannedReply,
    'cannedReply.restore': restoreCannedReply,
    'cannedReply.use': useCannedReply,
  },
  reads: { 'macro.list': listMacros, 'cannedReply.list': listCannedReplies },
  kinds: [macroKind, cannedReplyKind],
  presenters: { macro: presentMacros, cannedReply: presentCannedReplies },
})
