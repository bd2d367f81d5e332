import { module } from '../../kernel/module.ts'
import { writeMails } from './answers.ts'
import { mailKind } from './kind.ts'
import { listMails } from './list.ts'
import { presentMails } from './present.ts'
import { retryMail } from './retry.ts'
import { mailSender } from './sender.ts'
import { startMailing } from './start.ts'

/** Mail: every accepted one has its bytes, its row and its one outcome; every answer of ours leaves once. */
export const email = module({
  name: 'email',
  verbs: { 'mail.retry': retryMail },
  reads: { 'mail.list': listMails },
  kinds: [mailKind],
  presenters: { mail: presentMails },
  followers: [writeMails],
  senders: [mailSender],
  start: async desk => (await startMailing(desk)).stop,
})
