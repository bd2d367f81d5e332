import type { TicketRecord } from '@baton/contract'
import { useMemo } from 'react'
import { useAsk } from '../session/ask.ts'
import { type Standing, useStanding } from './useStanding.ts'
import type { TemplateRecord } from './useTemplates.ts'

const none: TemplateRecord['form'] = []

/** A ticket's form, in the version that it was opened with, as it stands now. */
export function useTicketForm(ticket: TicketRecord): Standing {
  const { templateId, templateVersion } = ticket
  const asked = { id: templateId ?? '', ...(templateVersion !== null && { formVersion: templateVersion }) }
  const { data } = useAsk('template.get', asked, { enabled: templateId !== null, fresh: 60_000 })
  const record = useMemo(() => plainOf(ticket), [ticket])
  return useStanding('ticket', data?.form ?? none, record, ticket.fields)
}

/** A ticket as conditions see it: times as instants. */
export function plainOf(ticket: TicketRecord): Record<string, unknown> {
  const times = Object.entries(ticket).flatMap(([key, value]) =>
    key.endsWith('At') && typeof value === 'string' ? [[key, Date.parse(value)] as const] : [],
  )
  return {
    ...ticket,
    open: !['solved', 'closed', 'merged'].includes(ticket.status),
    customer: { level: ticket.customer?.level ?? null },
    ...Object.fromEntries(times),
  }
}
