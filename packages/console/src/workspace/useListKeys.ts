import type { TicketRecord } from '@baton/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useKeys } from '../frame/keys.tsx'
import { prefetchTicket } from '../tickets/prefetch.ts'
import type { Selection } from './selection.ts'

interface Walk {
  rows: readonly TicketRecord[]
  cursor: number
  open: string | undefined
  onOpen: (number: string | undefined) => void
  /** Brings a row into view. */
  move: (at: number) => void
  setCursor: (at: number) => void
  /** Undefined for whoever may not work on many at once. */
  selection: Pick<Selection, 'choosing' | 'toggle' | 'extend' | 'clear'> | undefined
}

/**
 * j and k walk through the list; with a ticket open they open the next one, as in a mail reader. With Shift they choose
 * what they walk over, x chooses where one is, and Escape first lets go of what is chosen.
 */
export function useListKeys({ rows, cursor, open, onOpen, move, setCursor, selection }: Walk): void {
  const queries = useQueryClient()
  const walk = (step: 1 | -1, { shiftKey }: KeyboardEvent) => {
    const at = Math.max(0, Math.min(rows.length - 1, cursor + step))
    const ticket = rows[at]
    if (!ticket) return
    setCursor(at)
    move(at)
    if (shiftKey && selection) return selection.extend(Math.max(0, cursor), at)
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
    j: event => walk(1, event),
    k: event => walk(-1, event),
    arrowdown: event => walk(1, event),
    arrowup: event => walk(-1, event),
    ...(!open && { enter, o: enter }),
    ...(open && { escape: () => onOpen(undefined) }),
    ...(selection && { x: () => selection.toggle(cursor, false) }),
    ...(selection?.choosing && { escape: selection.clear }),
  })
}
