import type { ReactNode } from 'react'
import { usePerform } from '../perform.ts'
import { useTell } from '../tell.ts'
import { asks } from './asks.ts'
import type { SheetProps } from './own.ts'
import { VerbForm } from './VerbForm.tsx'

/** Asks what a verb needs and does it on the ticket; pausing can be taken back at once. */
export function VerbSheet({ ticket, verb, onClose }: SheetProps): ReactNode {
  const perform = usePerform()
  const tell = useTell()
  const send = async (input: object) => {
    const record = await perform(verb, { ticketId: ticket.id, ...input } as never)
    onClose()
    const undo =
      verb === 'ticket.pause'
        ? () => void perform('ticket.resume', { ticketId: ticket.id }).catch(() => undefined)
        : undefined // the ticket itself shows that it is still paused
    tell(verb, record, undo)
  }
  return <VerbForm number={ticket.number} verb={verb} ask={asks[verb] ?? {}} send={send} onClose={onClose} />
}
