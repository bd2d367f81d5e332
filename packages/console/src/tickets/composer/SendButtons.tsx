import { Icon, Kbd } from '@baton/ui'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import type { Kind } from './draft.ts'
import style from './SendButtons.module.css'

export type Then = 'same' | 'pending_customer' | 'solved'

interface Props {
  kind: Kind
  ready: boolean
  mayAwait: boolean
  maySolve: boolean
  send: (then: Then) => void
}

/** Sends, and says what becomes of the ticket with it. */
export function SendButtons({ kind, ready, mayAwait, maySolve, send }: Props): ReactNode {
  const { t } = useWords()
  if (kind !== 'reply')
    return (
      <Button
        type="primary"
        disabled={!ready}
        onClick={() => send('same')}
        data-hint={t('composer.add')}
        data-keys="mod enter"
      >
        {t('composer.add')}
      </Button>
    )
  const items = [
    ...(mayAwait ? [{ key: 'pending_customer', label: t('composer.sendAwait') }] : []),
    ...(maySolve ? [{ key: 'solved', label: t('composer.sendSolve'), extra: <Kbd keys="mod shift enter" /> }] : []),
  ]
  return (
    <div className={style.buttons}>
      {maySolve && (
        <Button className={style.solve} disabled={!ready} onClick={() => send('solved')}>
          {t('composer.sendSolve')}
        </Button>
      )}
      <div className={style.pair}>
        <Button
          type="primary"
          disabled={!ready}
          onClick={() => send('same')}
          data-hint={t('composer.send')}
          data-keys="mod enter"
        >
          {t('composer.send')}
        </Button>
        {items.length > 0 && (
          <Dropdown
            trigger={['click']}
            placement="topRight"
            disabled={!ready}
            menu={{ items, onClick: ({ key }) => send(key as Then) }}
          >
            <Button
              type="primary"
              disabled={!ready}
              aria-label={t('composer.sendMore')}
              icon={<Icon name="down" size={14} />}
            />
          </Dropdown>
        )}
      </div>
    </div>
  )
}
