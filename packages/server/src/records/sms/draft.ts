import type { SmsTemplate } from '@baton/contract'
import type { Picture } from '../../kernel/configuration.ts'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import { newId } from '../../kernel/ids.ts'
import { normalise } from '../customers/index.ts'
import { type SmsAccount, smsAccounts } from './accounts.ts'
import { templateFor } from './templates.ts'

/** What is to be said: the whole words, and the same by a template's parameters for providers that want templates. */
export interface SmsWords {
  /** In any spelling; null when there is none to write to. */
  phone: string | null
  text: string
  template: SmsTemplate
  /** By the names in the contract's `smsTemplates`. */
  params: Readonly<Record<string, string>>
}

/** What a delivery by text message sends, whole and the same at every try. */
export interface SmsRequest extends Record<string, unknown> {
  /** In E.164. */
  phone: string
  text: string
  template: SmsTemplate
  params: Readonly<Record<string, string>>
}

type About = Pick<DeliveryDraft, 'topicId' | 'purpose' | 'cause'> & { id?: string; messageId?: string | null }

/** Whether this can be said by text message at all: there is an account, and it has a template for it. */
export function canText(picture: Picture, template: SmsTemplate): boolean {
  const account = picture.of(smsAccounts).default
  return account !== undefined && templateFor(account, template) !== undefined
}

/**
 * The delivery by which the desk sends this text message: put it into the outbox. What cannot be sent is one too, and says
 * why. Without an account given, it is the default one's. Pure but for the id.
 */
export function smsDraft(picture: Picture, words: SmsWords, about: About, account?: SmsAccount): DeliveryDraft {
  const by = account ?? picture.of(smsAccounts).default
  const phone = mobileOf(words.phone)
  const request: SmsRequest = { phone: phone ?? '', text: words.text, template: words.template, params: words.params }
  const { id = newId(), messageId = null, topicId, purpose, cause } = about
  const suppressed = !phone ? 'delivery.noPhone' : whyNot(by, words.template)
  return {
    id,
    topicId,
    messageId,
    channel: 'sms',
    purpose,
    recipient: phone ?? words.phone ?? '',
    ...(by && { targetId: by.id }),
    request,
    ...(suppressed && { suppressed }),
    cause,
  }
}

function whyNot(account: SmsAccount | undefined, template: SmsTemplate): string | undefined {
  if (!account) return 'delivery.noAccount'
  return templateFor(account, template) ? undefined : 'delivery.noTemplate'
}

/** A number that a text message may reach, in E.164; a switchboard's extension is none. */
export function mobileOf(phone: string | null): string | undefined {
  const value = phone ? normalise('phone', phone)?.value : undefined
  return value && /^\+\d+$/.test(value) ? value : undefined
}
