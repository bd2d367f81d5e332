import { problemText, type SmsTemplate } from '@baton/contract'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { settings } from '../../records/settings/index.ts'
import { smsAccounts, smsDraft } from '../../records/sms/index.ts'

/** Whoever tries an account gets a text message, by the template that is to be tried. */
export const sendTests: RowFollower = {
  kind: 'rows',
  name: 'sms.tests',
  hears: ['smsAccount.tested'],
  async write(tx, events, desk) {
    const picture = await desk.configuration.at(tx.version)
    const { deskName } = picture.of(settings)
    const text = problemText(desk.config.locale, 'robot', 'testSms', { desk: deskName })
    const drafts = events.flatMap((event): DeliveryDraft[] => {
      const account = picture.of(smsAccounts).byId(event.subject_id)
      if (!account) return []
      const words = {
        phone: String(event.payload.phone),
        text,
        template: event.payload.template as SmsTemplate,
        params: { text, number: 'G00000000001', code: '123456', minutes: '5' },
      }
      // It is about the account itself.
      const about = { id: String(event.payload.deliveryId), topicId: account.id, purpose: 'test', cause: event }
      return [smsDraft(picture, words, about, account)]
    })
    if (drafts.length > 0) await desk.outbox.put(tx, drafts)
  },
}
