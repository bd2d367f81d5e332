import { Icon, IconButton, Kbd } from '@baton/ui'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import { PhoneBar } from '../calls/PhoneBar.tsx'
import { useMe } from '../session/me.ts'
import { useWords } from '../words/Speaking.tsx'
import { Brand } from './Brand.tsx'
import { OwnMenu } from './OwnMenu.tsx'
import { useOverlays } from './overlays.tsx'
import { PresenceSwitch } from './PresenceSwitch.tsx'
import style from './TopBar.module.css'

const Bell = lazy(() => import('../notifications/Bell.tsx').then(it => ({ default: it.Bell })))

const JobsMark = lazy(() => import('../jobs/JobsMark.tsx').then(it => ({ default: it.JobsMark })))

/** Find, begin, and one's own state; the same on every page. */
export function TopBar(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const { open } = useOverlays()
  return (
    <header className={style.bar}>
      <span className={style.brand}>
        <Brand />
      </span>
      <button type="button" className={style.find} onClick={() => open('palette')} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        <span className={style.words}>{t('frame.find')}</span>
        <Kbd keys="mod k" />
      </button>
      <span className={style.gap} />
      <IconButton className={style.narrow} icon="search" label={t('frame.find')} onClick={() => open('palette')} />
      <PhoneBar />
      {me.may('ticket.open') && (
        <Button
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => open('newTicket')}
          aria-label={t('frame.new')}
          data-hint={t('frame.newTicket')}
          data-keys="n"
        >
          <span className={style.wide}>{t('frame.new')}</span>
        </Button>
      )}
      <Suspense>
        <JobsMark />
      </Suspense>
      <Suspense fallback={<span className={style.bell} />}>
        <Bell />
      </Suspense>
      <PresenceSwitch />
      <OwnMenu />
    </header>
  )
}
