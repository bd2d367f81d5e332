import type { TicketRecord } from '@baton/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import row from './Row.module.css'

interface Props {
  ticket: Pick<TicketRecord, 'number' | 'subject'>
  chosen: boolean
  /** Its place in the list. */
  at: number
  /** With `reach` all that lies between it and the last one. */
  onChoose: (at: number, reach: boolean) => void
}

/** Chooses a row of a list; beside its link, so that each is a control of its own. */
export function ChooseBox({ ticket, chosen, at, onChoose }: Props): ReactNode {
  const { t } = useWords()
  return (
    <input
      type="checkbox"
      className={row.box}
      checked={chosen}
      aria-label={t('choose.one', { number: ticket.number, subject: ticket.subject })}
      onChange={event => onChoose(at, (event.nativeEvent as MouseEvent).shiftKey)}
    />
  )
}
