import type { Draft } from '../../kernel/draft.ts'
import type { Reading } from '../../kernel/kinds.ts'
import type { Row } from '../../kernel/steps.ts'
import type { CustomerCard } from '../customers/index.ts'
import { asBegun } from './begun.ts'
import { type Shown, ticketRecord } from './present.ts'

/** The record of a ticket that this draft has just opened: all that it shows is known, so it is not read again. */
export function freshTicket(draft: Draft, id: string, known: Row, reading: Reading): Row | undefined {
  const row = draft.added.find(add => add.table === 'tickets' && add.row.id === id)?.row
  if (!row) return undefined
  const card = known.customer as CustomerCard | null
  const clocks = draft.added.flatMap(add =>
    add.table === 'clocks' && add.row.ticket_id === id ? [asBegun(add.row)] : [],
  )
  const customer = card && { ...card, number: String(card.number ?? draft.row('customers', card.id)?.number) }
  const shown = {
    ...row,
    customer,
    clocks,
    links: [],
    seen_seq: null,
    customer_level: card?.level ?? null,
    customer_name: card?.name ?? null,
  }
  return ticketRecord(shown as unknown as Shown, reading)
}
