import { done, refuseField, set, tell } from '../../kernel/steps.ts'
import { type AttachedFile, loadAttachments } from '../files/index.ts'
import { directory } from '../people/index.ts'
import { ticketVerb } from './act.ts'
import { say } from './message.ts'

interface Prepared {
  files: readonly AttachedFile[]
}

/** Words among ourselves: never public, and no sign of handling. Whoever is mentioned finds the ticket under 提到我的. */
export const noteTicket = ticketVerb<'ticket.note', Prepared>('ticket.note', {
  async prepare({ db, caller }, input) {
    return { files: await loadAttachments(db, input.attachmentIds, caller) }
  },
  decide(ticket, input, call, { prepared }) {
    const people = call.of(directory).agents
    const strange = input.mentionIds.findIndex(id => people.get(id)?.status !== 'active')
    if (strange >= 0) return refuseField(`mentionIds.${strange}`, 'unknown_id')
    const seq = ticket.message_count + 1
    const said = say(ticket.id, seq, call, {
      kind: 'note',
      body: input.body,
      channel: 'web',
      files: prepared.files,
      mentionIds: input.mentionIds,
    })
    return done(ticket.id, [
      set('tickets', ticket.id, {
        message_count: seq,
        updated_at: call.now,
        ...(input.mentionIds.length > 0 && { mention_ids: [...new Set([...ticket.mention_ids, ...input.mentionIds])] }),
      }),
      ...said.steps,
      tell('ticket.noted', ticket.id, ticket.id, { messageId: said.message.id, mentionIds: input.mentionIds }),
    ])
  },
})
