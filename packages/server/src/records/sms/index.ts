import { module } from '../../kernel/module.ts'
import { smsAccounts } from './accounts.ts'
import { archiveSmsAccount } from './archive.ts'
import { createSmsAccount } from './create.ts'
import { smsAccountKind } from './kind.ts'
import { listSmsAccounts, presentSmsAccounts } from './list.ts'
import { testSmsAccount } from './test-account.ts'
import { updateSmsAccount } from './update.ts'

export { type SmsAccount, type SmsAccounts, smsAccounts } from './accounts.ts'
export { callbackSigner, isCallback } from './callback.ts'
export { canText, mobileOf, type SmsRequest, type SmsWords, smsDraft } from './draft.ts'
export { templateFor } from './templates.ts'

/** The accounts through which text messages leave and come in, and what can be said by them. */
export const smsRoom = module({
  name: 'sms',
  verbs: {
    'smsAccount.create': createSmsAccount,
    'smsAccount.update': updateSmsAccount,
    'smsAccount.archive': archiveSmsAccount,
    'smsAccount.test': testSmsAccount,
  },
  reads: { 'smsAccount.list': listSmsAccounts },
  kinds: [smsAccountKind],
  presenters: { smsAccount: presentSmsAccounts },
  configuration: [smsAccounts],
})
