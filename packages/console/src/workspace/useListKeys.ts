import type { TicketRecord } from '@baton/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useKeys } from '../frame/keys.tsx'
import { prefetchTicket } from '../tickets/prefetch.ts'

interface Walk {
  rows: readonly TicketRecord[]
  cursor: number
  open: string | undefined
  onOpen: (number: string | undefined) => void
  /** Brings a row into view. */
  move: (at: number) => void
  setCursor: (at: number) => void
}

/** j and k walk through the list; with a ticket open they open the next one, as in a mail reader. */
export function useListKeys({ rows, cursor, open, onOpen, move, setCursor }: Walk): void {
  const queries = useQueryClient()
  const walk = (step: 1 | -1) => {
    const at = Math.max(0, Math.min(rows.length - 1, cursor + step))
    const ticket = rows[at]
    if (!ticket) return
    setCursor(at)
    move(at)
    if (open) onOpen(ticket.number)
    else prefetchTicket(queries, ticket)
    const next = rows[at + step]
    if (next) prefetchTicket(queries, next)
  }
  const enter = () => {
    const ticket = rows[cursor]
    if (ticket) onOpen(ticket.number)
  }
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    arrowdown: () => walk(1),
    arrowup: () => walk(-1),
    ...(!open && { enter, o: enter }),
    ...(open && { escape: () => onOpen(undefined) }),
  })
}
