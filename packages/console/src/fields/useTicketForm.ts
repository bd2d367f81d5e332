import type { TicketRecord } from '@baton/contract'
import { useMemo } from 'react'
import { useAsk } from '../session/ask.ts'
import { type Standing, useStanding } from './useStanding.ts'
import type { TemplateRecord } from './useTemplates.ts'
import type { Values } from './values.ts'

const none: TemplateRecord['form'] = []
const nothing: Values = {}

/** A ticket's form, in the version that it was opened with, as it stands now; `filled` are values that are not sent yet. */
export function useTicketForm(ticket: TicketRecord, filled: Values = nothing): Standing {
  const { templateId, templateVersion } = ticket
  const asked = { id: templateId ?? '', ...(templateVersion !== null && { formVersion: templateVersion }) }
  const { data } = useAsk('template.get', asked, { enabled: templateId !== null, fresh: 60_000 })
  const record = useMemo(() => plainOf(ticket), [ticket])
  const values = useMemo(() => ({ ...ticket.fields, ...filled }), [ticket.fields, filled])
  return useStanding('ticket', data?.form ?? none, record, values)
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
