import type { TicketRecord } from '@baton/contract'
import { useSay } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useHeard } from '../../live/Live.tsx'
import type { MacroRecord } from '../../macros/records.ts'
import { useMacroWords } from '../../macros/words/index.ts'
import { call } from '../../session/api.ts'
import { useWords } from '../../words/Speaking.tsx'
import { placeTicket } from '../../workspace/fresh.ts'

/** Runs a macro on the ticket as it is seen here, and says what came of it. A refusal is thrown. */
export function useRun(): (macro: MacroRecord, before: TicketRecord) => Promise<void> {
  const queries = useQueryClient()
  const heard = useHeard()
  const say = useSay()
  const { t } = useWords()
  const { t: m } = useMacroWords()
  return async (macro, before) => {
    const { id: ticketId, version } = before
    try {
      const ticket = (await call('macro.run', { macroId: macro.id, ticketId, version })) as TicketRecord
      placeTicket(queries, ticket)
      heard([{ kind: 'ticket', id: ticketId, version: ticket.version }])
      void queries.invalidateQueries({ queryKey: ['macro.list'] }) // the query tells its own failure
      const holder = ticket.assignee?.name ?? ticket.department?.name
      const changes = [
        ticket.urgency !== before.urgency && t(`urgency.${ticket.urgency}`),
        ticket.status !== before.status && t(`status.${ticket.status}`),
        holder && t('did.holder', { holder }),
      ]
      say({
        title: `${ticket.number} · ${m('ran', { name: macro.name })}`,
        detail: changes.filter(Boolean).join(' · '),
      })
    } catch (error) {
      void queries.invalidateQueries({ queryKey: ['ticket.get', { id: ticketId }] }) // as above
      throw error
    }
  }
}
