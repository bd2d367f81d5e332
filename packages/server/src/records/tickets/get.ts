import type { Reading } from '../../kernel/kinds.ts'
import { invalidField, notFound } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { presentTickets } from './present.ts'
import { visibleTickets } from './visible.ts'

/** One ticket, by id or number. */
export const getTicket = read('ticket.get', async (reading, input) => {
  const id = await ticketIdOf(reading, input)
  const [record] = await presentTickets(reading, [id])
  if (!record) throw notFound()
  return record
})

/** The id of a ticket that the caller may see, by id or number; 404 for any other. */
export async function ticketIdOf(
  reading: Reading,
  { id, number }: { id?: string | undefined; number?: string | undefined },
): Promise<string> {
  if (!id && !number) throw invalidField('id', 'one.needed', { options: 'id, number' })
  const found = id ?? (await byNumber(reading, number ?? ''))
  if (!found || !(await visibleTickets(reading, [found])).has(found)) throw notFound()
  return found
}

async function byNumber({ db }: Reading, number: string): Promise<string | undefined> {
  const row = await db.selectFrom('tickets').select('id').where('number', '=', number.toUpperCase()).executeTakeFirst()
  return row?.id
}
