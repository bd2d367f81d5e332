import { done, set, tell } from '../../kernel/steps.ts'
import { type AttachedFile, loadAttachments } from '../files/index.ts'
import { ticketVerb } from './act.ts'
import { say } from './message.ts'

interface Prepared {
  files: readonly AttachedFile[]
}

/** How far it has come: goes along when the ticket is handed on. */
export const progressTicket = ticketVerb<'ticket.progress', Prepared>('ticket.progress', {
  async prepare({ db, caller }, input) {
    return { files: await loadAttachments(db, input.attachmentIds, caller) }
  },
  decide(ticket, input, call, { prepared }) {
    const seq = ticket.message_count + 1
    const said = say(ticket.id, seq, call, {
      kind: 'progress',
      body: input.body,
      channel: 'web',
      files: prepared.files,
    })
    return done(ticket.id, [
      set('tickets', ticket.id, { message_count: seq, updated_at: call.now }),
      ...said.steps,
      tell('ticket.progressed', ticket.id, ticket.id, { messageId: said.message.id }),
    ])
  },
})
