import type { Desk } from '../../kernel/desk.ts'
import { Draft } from '../../kernel/draft.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { save } from '../../kernel/save.ts'
import { type Row, type Step, set, tell } from '../../kernel/steps.ts'
import { inLazyTransaction, type Transaction } from '../../kernel/transaction.ts'
import type { MailRow, Outcome } from './tables.ts'

/** What became of a mail, and why. */
export interface Verdict {
  outcome: Exclude<Outcome, 'pending'>
  ticketId?: string | null
  messageId?: string | null
  deliveryId?: string | null
  why?: string
  /** What else happens in the same transaction. */
  also?(tx: Transaction): Promise<void>
}

/**
 * Writes the one outcome of a mail. What a ticket does not tell by itself, the desk's own history tells: a mail that
 * became no message is still somewhere to be seen. Were it lost with the machine's power, the mail would come to the same
 * outcome again.
 */
export async function conclude(desk: Desk, mail: MailRow, verdict: Verdict): Promise<void> {
  const now = desk.clock()
  const { outcome, ticketId = null, messageId = null, deliveryId = null, why = null } = verdict
  await inLazyTransaction(desk, async tx => {
    await verdict.also?.(tx)
    const patch = {
      outcome,
      ticket_id: ticketId,
      message_id: messageId,
      delivery_id: deliveryId,
      error: why,
      settled_at: now,
    }
    const draft = new Draft()
    draft.hold('mails', mail as unknown as Row)
    const told: Step[] = ticketId ? [] : [tell('mail.received', deskTopic, mail.id, { mailId: mail.id, outcome })]
    draft.apply([set('mails', mail.id, patch), ...told])
    await save(tx, draft, stampOf(mail, now))
  })
  if (!ticketId) desk.events.wake()
}

export const stampOf = (mail: MailRow, at: Date) => ({
  at,
  actorKind: 'outside',
  actorId: null,
  actorName: mail.header_from ?? mail.envelope_from,
  verb: 'mail.receive',
  causeSeq: null,
  depth: 0,
  requestId: null,
})
