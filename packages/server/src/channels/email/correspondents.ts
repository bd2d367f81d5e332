import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

/** A ticket as those see it who write to its customer. */
export interface Correspondence {
  ticket_id: string
  number: string
  subject: string
  channel: string
  mailbox_id: string | null
  /** Where the customer reads us; null when nowhere. */
  recipient: string | null
  /** The Message-IDs of the customer's mails on the ticket, the oldest first. */
  theirs: string[]
  /** Ours, the oldest first. */
  ours: string[]
}

/**
 * The customer reads us where they last wrote from, as long as that address is theirs; else at their first address. What
 * somebody unknown has added to the ticket changes nothing.
 */
export async function correspondence(db: Db, ticketId: string): Promise<Correspondence | undefined> {
  const { rows } = await sql<Correspondence>`
    select t.id as ticket_id, t.number, t.subject, t.channel, t.mailbox_id,
      coalesce(
        (select p.value from messages m join contact_points p on p.kind = 'email' and p.value = m.sender and p.customer_id = t.customer_id
          where m.ticket_id = t.id and m.kind = 'customer' and m.verified order by m.seq desc limit 1),
        (select p.value from contact_points p where p.kind = 'email' and p.customer_id = t.customer_id order by p.position limit 1)
      ) as recipient,
      array(select x.mail_id from messages m join mails x on x.id = m.source_id
        where m.ticket_id = t.id and x.mail_id is not null order by m.seq desc limit 10) as theirs,
      array(select d.request ->> 'messageId' from deliveries d
        where d.topic_id = t.id and d.channel = 'email' and d.status <> 'suppressed' order by d.created_at desc limit 10) as ours
    from tickets t where t.id = ${ticketId}`.execute(db)
  const [found] = rows
  return found && { ...found, theirs: found.theirs.toReversed(), ours: found.ours.toReversed() }
}
