import type { Records } from '@baton/contract'

export type MacroRecord = Records['macro']
export type CannedReplyRecord = Records['cannedReply']
