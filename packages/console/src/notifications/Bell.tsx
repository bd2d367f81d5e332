import { Icon } from '@baton/ui'
import { Popover } from 'antd'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { useKeys } from '../frame/keys.tsx'
import style from './Bell.module.css'
import { pressed } from './pressed.ts'
import { countText, useUnread } from './useUnread.ts'
import { useWords } from './words/index.ts'

const Panel = lazy(() => import('./Panel.tsx').then(it => ({ default: it.Panel })))

/** On a narrow screen it moves to where it fits. */
const inside = { overflow: { adjustX: false, adjustY: true, shiftX: true } }

/** The way to what one was told, and how much of it is new. */
export function Bell(): ReactNode {
  const { t } = useWords()
  const unread = useUnread()
  const [shown, show] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    show(false)
    button.current?.focus()
  }
  useKeys({ 'g n': () => show(true) })
  // What lies beneath hears no key: there Enter opens a row of the list.
  useKeys({ escape: close }, { when: shown, covers: true })
  const label = unread > 0 ? t('bellUnread', { count: countText(unread) }) : t('bell')
  return (
    <Popover
      open={shown}
      onOpenChange={show}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      align={inside}
      destroyOnHidden
      styles={{ container: { padding: 0 } }}
      content={<Suspense>{shown && <Panel close={close} />}</Suspense>}
    >
      <button
        ref={button}
        type="button"
        className={style.bell}
        onKeyDown={pressed}
        aria-label={label}
        aria-expanded={shown}
        aria-haspopup="dialog"
        data-hint={t('bell')}
        data-keys="g n"
      >
        <Icon name="bell" size={18} />
        {unread > 0 && (
          <span className={style.count} aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
    </Popover>
  )
}
