import type { TicketRecord, VerbSent } from '@baton/contract'
import type { ReactNode } from 'react'
import { OwnFacts } from '../../fields/OwnFacts.tsx'
import { useTicketForm } from '../../fields/useTicketForm.ts'

interface Props {
  ticket: TicketRecord
  onSave: ((fields: Fields) => Promise<unknown>) | undefined
}
type Fields = NonNullable<VerbSent<'ticket.update'>['fields']>

/** What else is told of it, as the form has it that it was opened with. */
export function OwnFields({ ticket, onSave }: Props): ReactNode {
  const standing = useTicketForm(ticket)
  return <OwnFacts standing={standing} onSave={onSave && ((key, value) => onSave({ [key]: value }))} />
}
