import type { TicketRecord, VerbSent } from '@baton/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useHeard } from '../live/Live.tsx'
import { call } from '../session/api.ts'
import { useMe } from '../session/me.ts'
import { placeTicket } from '../workspace/fresh.ts'
import { predict } from './predict.ts'
import type { TicketVerb } from './verbs.ts'

export type Perform = <N extends TicketVerb>(verb: N, input: VerbSent<N>) => Promise<TicketRecord>

/**
 * Does a verb on a ticket. What it will make of the ticket shows at once and settles when the server has answered;
 * when it refuses, the ticket goes back and the problem is thrown to whoever asked, who shows it in place.
 */
export function usePerform(): Perform {
  const queries = useQueryClient()
  const heard = useHeard()
  const me = useMe()
  return useCallback(
    async (verb, input) => {
      const { ticketId } = input as { ticketId: string }
      const key = ['ticket.get', { id: ticketId }]
      const before = queries.getQueryData<TicketRecord>(key)
      if (before) placeTicket(queries, predict(verb, before, input, me))
      try {
        const record = (await call(verb, input)) as TicketRecord
        placeTicket(queries, record)
        if (verb !== 'ticket.see') heard([{ kind: 'ticket', id: ticketId, version: record.version }])
        return record
      } catch (error) {
        if (before) placeTicket(queries, before)
        void queries.invalidateQueries({ queryKey: key }) // the query tells its own failure
        throw error
      }
    },
    [queries, heard, me],
  )
}
