import { module } from '../../kernel/module.ts'
import { writeTexts } from './answers.ts'
import { noteTickets, takeIn } from './intake.ts'
import { listSms } from './list.ts'
import { addCallbacks } from './routes.ts'
import { sendTests } from './send-tests.ts'
import { smsSender } from './sender.ts'

/** Text messages: what is put out leaves through an account, receipts are noted, and what customers write becomes tickets. */
export const textMessages = module({
  name: 'textMessages',
  reads: { 'sms.list': listSms },
  followers: [sendTests, writeTexts, takeIn, noteTickets],
  senders: [smsSender],
  routes: addCallbacks,
})
