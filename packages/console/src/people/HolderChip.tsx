import type { TicketRecord } from '@baton/contract'
import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { useWords } from '../words/Speaking.tsx'
import style from './HolderChip.module.css'
import { PersonChip } from './PersonChip.tsx'

type Held = Pick<TicketRecord, 'assignee' | 'department'>

/** Who has the baton: a person, or a department that waits for one. */
export function HolderChip({ ticket, full }: { ticket: Held; full?: boolean }): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const { assignee, department } = ticket
  if (assignee)
    return (
      <PersonChip
        name={assignee.id === me.agent.id ? t('ticket.me') : assignee.name}
        initial={assignee.name}
        size={18}
        also={full ? department?.name : undefined}
      />
    )
  return (
    <span className={style.pool}>
      <Icon name="building" size={14} />
      <span className={style.name}>{department?.name ?? t('ticket.nobody')}</span>
    </span>
  )
}
