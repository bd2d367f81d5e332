import type { Db } from '../../kernel/db.ts'
import { invalidField, notFound } from '../../kernel/problems.ts'
import type { CallRow } from './call.ts'

interface Names {
  callId?: string | undefined
  externalId?: string | undefined
}

/** The call that is meant, by our id or the phone system's: its own id, and what is to be locked with it. */
export async function callNamed(db: Db, { callId, externalId }: Names): Promise<CallRow> {
  if (!callId && !externalId) throw invalidField('callId', 'one.needed', { options: 'callId, externalId' })
  const query = db.selectFrom('calls').selectAll()
  const row = await (callId
    ? query.where('id', '=', callId)
    : query.where('external_id', '=', externalId ?? '')
  ).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** The call itself first; with it the missed one that it answers, and the ticket that it came about. */
export const lockedWith = ({ id, answers_id, ticket_id }: CallRow) => ({
  call: [id, ...(answers_id ? [answers_id] : [])],
  ...(ticket_id && { ticket: [ticket_id] }),
})
