import type { Audience, Condition } from '@baton/contract'
import type { Step } from '../steps/step.ts'
import type { CannedReplyRecord, MacroRecord } from './records.ts'

/** For whom it is there. */
export interface Reach {
  audience: Audience
  departmentIds: string[]
}

export interface MacroValues extends Reach {
  name: string
  description: string
  steps: Step[]
  where: Condition | null
}

export interface ReplyValues extends Reach {
  name: string
  shortcut: string
  body: string
  attachmentIds: string[]
}

const own: Reach = { audience: 'me', departmentIds: [] }

export const newMacro: MacroValues = {
  name: '',
  description: '',
  steps: [{ verb: 'ticket.reply', input: {} }],
  where: null,
  ...own,
}

export const newReply: ReplyValues = { name: '', shortcut: '', body: '', attachmentIds: [], ...own }

export const macroValuesOf = (macro: MacroRecord): MacroValues => ({
  name: macro.name,
  description: macro.description ?? '',
  steps: macro.steps,
  where: macro.where as Condition | null,
  audience: macro.audience,
  departmentIds: macro.departmentIds,
})

export const replyValuesOf = (reply: CannedReplyRecord): ReplyValues => ({
  name: reply.name,
  shortcut: reply.shortcut ?? '',
  body: reply.body,
  attachmentIds: reply.attachments.map(({ id }) => id),
  audience: reply.audience,
  departmentIds: reply.departmentIds,
})

/** What of the reach is sent: departments only with those that are for departments. */
export const reachSent = ({ audience, departmentIds }: Reach): Reach => ({
  audience,
  departmentIds: audience === 'departments' ? departmentIds : [],
})

export const isSameReach = (a: Reach, b: Reach): boolean =>
  JSON.stringify(reachSent(a)) === JSON.stringify(reachSent(b))
