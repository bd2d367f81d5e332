import { type SmsTemplate, smsTemplateNames } from '@baton/contract'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { done, refuse, refuseField, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { mobileOf } from './draft.ts'

/** A text message to a number of one's own, by the given template or the first that the account has. */
export const testSmsAccount = verb('smsAccount.test', {
  subjects: ({ smsAccountId }) => ({ smsAccount: [smsAccountId] }),
  decide(scene, input) {
    const { id, name, provider, templates, archived_at } = scene.one('smsAccount')
    if (archived_at) return refuse('smsAccount.archived')
    const phone = mobileOf(input.phone)
    if (!phone) return refuseField('phone', 'phone.invalid')
    const first: SmsTemplate | undefined =
      provider === 'gateway' ? 'text' : smsTemplateNames.find(template => templates[template])
    const template = input.template ?? first
    if (!template || (provider !== 'gateway' && !templates[template])) return refuse('smsAccount.noTemplate')
    return done(id, [tell('smsAccount.tested', deskTopic, id, { name, deliveryId: newId(), phone, template })])
  },
})
