import { problemText } from '@baton/contract'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { smsDraft } from '../../records/sms/index.ts'

/** Whoever wrote by text message is answered by text message. */
export const writeTexts: RowFollower = {
  kind: 'rows',
  name: 'sms.write',
  hears: ['ticket.replied'],
  async write(tx, events, desk) {
    const drafts: DeliveryDraft[] = []
    for (const event of events) {
      const found = await answerOf(tx.db, event.topic_id, String(event.payload.messageId))
      if (!found) continue
      const { number, body, phone } = found
      const words = {
        phone,
        text: problemText(desk.config.locale, 'robot', 'replySms', { number, text: body }),
        template: 'reply' as const,
        params: { number, text: body },
      }
      const about = { topicId: event.topic_id, messageId: found.id, purpose: 'reply', cause: event }
      const draft = smsDraft(await desk.configuration.at(tx.version), words, about)
      const isLate = desk.clock().getTime() - event.at.getTime() > stale
      drafts.push(isLate ? { ...draft, suppressed: 'delivery.tooLate' } : draft)
    }
    if (drafts.length > 0) await desk.outbox.put(tx, drafts)
  },
}

/** Nobody wants old news: not after a long standstill, nor from the past that a trial desk is filled with. */
const stale = 3 * 86_400_000

interface Answer {
  id: string
  number: string
  body: string
  phone: string | null
}

/** Where the customer wrote from last, as long as that number is theirs; else their first one. */
async function answerOf(db: Db, ticketId: string, messageId: string): Promise<Answer | undefined> {
  const { rows } = await sql<Answer>`
    select m.id, t.number, m.body,
      coalesce(
        (select p.value from messages x join contact_points p on p.kind = 'phone' and p.value = x.sender and p.customer_id = t.customer_id
          where x.ticket_id = t.id and x.kind = 'customer' and x.channel = 'sms' order by x.seq desc limit 1),
        (select p.value from contact_points p where p.kind = 'phone' and p.customer_id = t.customer_id order by p.position limit 1)
      ) as phone
    from tickets t join messages m on m.ticket_id = t.id and m.id = ${messageId}
    where t.id = ${ticketId} and t.channel = 'sms'`.execute(db)
  return rows[0]
}
