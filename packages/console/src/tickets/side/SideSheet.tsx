import type { TicketRecord } from '@baton/contract'
import { IconButton, Tabs } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useKeys } from '../../frame/keys.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { CustomerTab } from './CustomerTab.tsx'
import { FieldsTab } from './FieldsTab.tsx'
import style from './SideSheet.module.css'
import { TrackTab } from './TrackTab.tsx'

interface Props {
  ticket: TicketRecord
  /** Stands beside the ticket where there is room. */
  docked: boolean
  /** Lies over it where there is none. */
  open: boolean
  onClose: () => void
}

type Key = 'customer' | 'fields' | 'track'

/** What is known beside the conversation: who asks, what it is about, which way it came. */
export function SideSheet({ ticket, docked, open, onClose }: Props): ReactNode {
  const { t } = useWords()
  const [key, setKey] = useState<Key>('customer')
  useKeys({ escape: onClose }, { when: open })
  return (
    <>
      {open && <button type="button" className={style.scrim} aria-label={t('word.close')} onClick={onClose} />}
      <aside
        className={style.side}
        data-docked={docked || undefined}
        data-open={open || undefined}
        aria-label={t('ticket.side')}
      >
        <Tabs<Key>
          label={t('ticket.side')}
          className={style.tabs}
          tabs={[
            { key: 'customer', label: t('side.customer') },
            { key: 'fields', label: t('side.fields') },
            { key: 'track', label: t('side.track') },
          ]}
          current={key}
          onChange={setKey}
          end={<IconButton className={style.close} icon="close" label={t('word.close')} onClick={onClose} />}
        >
          <div className={style.panel}>
            {key === 'customer' && <CustomerTab ticket={ticket} />}
            {key === 'fields' && <FieldsTab ticket={ticket} />}
            {key === 'track' && <TrackTab ticket={ticket} />}
          </div>
        </Tabs>
      </aside>
    </>
  )
}
