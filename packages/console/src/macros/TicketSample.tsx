import type { TicketRecord } from '@baton/contract'
import { Combobox, Field } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import style from './Macros.module.css'
import { useMacroWords } from './words/index.ts'

const newest = { order: [{ field: 'updatedAt', direction: 'desc' as const }], limit: 30 }

/** A real ticket to look at words with: the newest, or another of the newest. */
export function TicketSample({ children }: { children: (ticket: TicketRecord) => ReactNode }): ReactNode {
  const { t } = useMacroWords()
  const { t: f } = useFormWords()
  const me = useMe()
  const { data, isPending } = useAsk('ticket.list', newest, { enabled: me.may('ticket.list'), fresh: 60_000 })
  const [id, choose] = useState<string>()
  const tickets = data?.items ?? []
  const ticket = tickets.find(one => one.id === id) ?? tickets[0]
  if (!ticket) return isPending ? null : <p className={style.quiet}>{t('noTicket')}</p>
  return (
    <div className={style.preview}>
      <Field label={t('previewOn')}>
        {tie => (
          <Combobox
            tie={tie}
            options={tickets.map(one => ({ value: one.id, label: `${one.number} ${one.subject}` }))}
            value={ticket.id}
            onChange={next => next && choose(next)}
            emptyText={f('noMatch')}
          />
        )}
      </Field>
      {children(ticket)}
    </div>
  )
}
