import type { Db } from '../../kernel/db.ts'
import { redeemToken } from '../../kernel/tokens.ts'
import { followPurpose, surveyPurpose } from '../portal/index.ts'

export interface Found {
  ticketId: string
  /** Undefined: the one of the present cycle is meant. */
  surveyId?: string
}

/** What a token lets somebody rate: one survey, or a ticket's present one; undefined when it is good for neither. */
export async function byToken(db: Db, token: string, now: Date): Promise<Found | undefined> {
  const surveyId = await redeemToken(db, surveyPurpose, token, now)
  if (!surveyId) {
    const ticketId = await redeemToken(db, followPurpose, token, now)
    return ticketId === undefined ? undefined : { ticketId }
  }
  const row = await db.selectFrom('surveys').select('ticket_id').where('id', '=', surveyId).executeTakeFirst()
  return row && { ticketId: row.ticket_id, surveyId }
}
