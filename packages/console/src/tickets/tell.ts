import type { TicketRecord } from '@baton/contract'
import { useSay } from '@baton/ui'
import { useWords } from '../words/Speaking.tsx'
import { useTimes } from '../words/times.ts'
import { dueOf } from './clock.ts'
import type { TicketVerb } from './verbs.ts'

/** Says what a verb did: what changed, who has it now, when it is due. */
export function useTell(): (verb: TicketVerb | 'ticket.open', ticket: TicketRecord, undo?: () => void) => void {
  const { t } = useWords()
  const say = useSay()
  const times = useTimes()
  return (verb, ticket, undo) => {
    const due = dueOf(ticket, Date.now())
    const holder = ticket.assignee?.name ?? ticket.department?.name
    const parts = [
      holder && t('did.holder', { holder }),
      due && !due.paused && due.left > 0 && t('did.due', { length: times.length(due.left) }),
    ].filter(Boolean)
    say({
      title: `${ticket.number} · ${t(`did.${verb as 'ticket.claim'}`)}`,
      detail: parts.join(' · ') || undefined,
      ...(undo && { action: { label: t('word.undo'), run: undo } }),
    })
  }
}
