import type { ReactNode } from 'react'
import { useJobWords } from '../../jobs/words/index.ts'
import { VerbForm } from '../../tickets/sheets/VerbForm.tsx'
import style from './BulkBar.module.css'
import { askOf, type Deed } from './choices.ts'
import { EditSheet } from './EditSheet.tsx'

interface Props {
  deed: Deed
  /** How many it is for, in words. */
  number: string
  send: (input: object) => Promise<void>
  onClose: () => void
}

/** Asks what a verb needs as on one ticket, for many. */
export function BulkSheet({ deed, number, send, onClose }: Props): ReactNode {
  const { t } = useJobWords()
  if (deed.edits) return <EditSheet edits={deed.edits} number={number} send={send} onClose={onClose} />
  return (
    <VerbForm number={number} verb={deed.verb} ask={askOf(deed.verb)} send={send} onClose={onClose}>
      <p className={style.sure}>
        {deed.verb === 'ticket.reply' && t('select.customers')} {t('select.sure')}
      </p>
    </VerbForm>
  )
}
