import { problemText } from '@baton/contract'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { newId } from '../../kernel/ids.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { issueToken } from '../../kernel/tokens.ts'
import type { Transaction } from '../../kernel/transaction.ts'
import {
  addressOf,
  codeMinutes,
  issueCode,
  phoneOf,
  portalSettings,
  ratePath,
  surveyPurpose,
} from '../../records/portal/index.ts'
import { settings } from '../../records/settings/index.ts'
import { smsDraft } from '../../records/sms/index.ts'

/** Codes and surveys for customers who have only a phone, as text messages; whoever sends these is another channel. */
export const writeTexts: RowFollower = {
  kind: 'rows',
  name: 'portal.texts',
  hears: ['portal.codeAsked', 'survey.sent'],
  async write(tx, events, desk) {
    const drafts: DeliveryDraft[] = []
    for (const event of events) {
      if (event.payload.channel !== 'sms') continue
      const draft = await draftOf(tx, event, desk)
      if (draft) drafts.push(draft)
    }
    if (drafts.length > 0) await desk.outbox.put(tx, drafts)
  },
}

/** Nobody is asked about old matters: not after a long standstill, nor in the past that a trial desk is filled with. */
const stale = 3 * 86_400_000

/** What a text message says, for those who send it by a template, and whole. */
interface Text {
  id: string
  template: 'code' | 'survey'
  params: Record<string, string>
}

async function draftOf(tx: Transaction, event: LoggedEvent, desk: Desk): Promise<DeliveryDraft | undefined> {
  const phone = await phoneOf(tx.db, event.topic_id)
  const ticket = await tx.db.selectFrom('tickets').select('number').where('id', '=', event.topic_id).executeTakeFirst()
  const text = phone && ticket && (await textOf(tx, event, desk))
  if (!text) return undefined
  const params = { ...text.params, number: ticket.number }
  const picture = await desk.configuration.at(tx.version)
  const { deskName } = picture.of(settings)
  const words = problemText(desk.config.locale, 'text', text.template, { ...params, desk: deskName || 'Baton' })
  const about = { id: text.id, topicId: event.topic_id, purpose: text.template, cause: event }
  return smsDraft(picture, { phone, text: words, template: text.template, params }, about)
}

async function textOf(tx: Transaction, event: LoggedEvent, desk: Desk): Promise<Text | undefined> {
  const now = desk.clock()
  const age = now.getTime() - event.at.getTime()
  if (event.type === 'portal.codeAsked') {
    if (age > codeMinutes * 60_000) return undefined
    const code = await issueCode(tx.db, event.topic_id, now)
    return code ? { id: newId(), template: 'code', params: { code, minutes: String(codeMinutes) } } : undefined
  }
  if (age > stale) return undefined
  const { surveyDays: days } = (await desk.configuration.at(tx.version)).of(portalSettings)
  const token = await issueToken(tx.db, { purpose: surveyPurpose, subjectId: event.subject_id, days, now })
  const link = `${addressOf(desk.config)}${ratePath}${token}`
  return { id: event.subject_id, template: 'survey', params: { link } }
}
