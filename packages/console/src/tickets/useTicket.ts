import type { TicketRecord } from '@baton/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../session/api.ts'
import { reading } from '../session/ask.ts'
import { knownTicket, placeTicket } from '../workspace/fresh.ts'

/** A ticket by its number: at once where a list has shown it, and kept up to date. */
export function useTicket(number: string, wanted = true) {
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['ticket.number', number],
    queryFn: async ({ signal }) => {
      const ticket = await ask('ticket.get', { number }, signal)
      placeTicket(queries, ticket)
      return ticket.id
    },
    enabled: wanted,
    initialData: () => knownTicket(queries, ticket => ticket.number === number)?.id,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const id = found.data
  const ticket = useQuery({
    ...reading('ticket.get', { id: id ?? '' }),
    enabled: id !== undefined,
    initialData: (): TicketRecord | undefined => knownTicket(queries, known => known.id === id),
    initialDataUpdatedAt: 0,
  })
  const refetch = () => void (id ? ticket : found).refetch() // tells its own failure
  return { ticket: id ? ticket.data : undefined, error: found.error ?? ticket.error, refetch }
}
