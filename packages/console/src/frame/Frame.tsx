import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { CallsHost } from '../calls/CallsHost.tsx'
import { useConnection } from '../live/Live.tsx'
import { useMe } from '../session/me.ts'
import { useWords } from '../words/Speaking.tsx'
import style from './Frame.module.css'
import { useKeys } from './keys.tsx'
import { OverlayHost, useOverlays } from './overlays.tsx'
import { places } from './places.ts'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'

const Popups = lazy(() => import('../notifications/Popups.tsx').then(it => ({ default: it.Popups })))

/** What stands around every page. */
export function Frame(): ReactNode {
  return (
    <OverlayHost>
      <CallsHost>
        <FrameKeys />
        <div className={style.frame}>
          <SkipLink />
          <Rail />
          <div className={style.right}>
            <TopBar />
            <Reconnecting />
            <main id="page" className={style.page} tabIndex={-1}>
              <Outlet />
            </main>
          </div>
        </div>
      </CallsHost>
      <Suspense>
        <Popups />
      </Suspense>
    </OverlayHost>
  )
}

function SkipLink(): ReactNode {
  const { t } = useWords()
  return (
    <a className={style.skip} href="#page">
      {t('frame.skip')}
    </a>
  )
}

/** Calm, and gone by itself: work goes on, what is written is kept. */
function Reconnecting(): ReactNode {
  const { t } = useWords()
  const connected = useConnection()
  if (connected) return null
  return (
    <div className={style.reconnecting} role="status">
      <span className={style.pulse} />
      {t('frame.reconnecting')}
    </div>
  )
}

function FrameKeys(): ReactNode {
  const { open } = useOverlays()
  const navigate = useNavigate()
  const me = useMe()
  useKeys({
    'mod+k': () => open('palette'),
    '/': () => open('palette'),
    '?': () => open('keys'),
    ...(me.may('ticket.open') && { n: () => open('newTicket') }),
    ...Object.fromEntries(
      places.filter(place => place.shown(me)).map(place => [`g ${place.keys}`, () => void navigate(place.link)]), // a navigation that fails shows its own page
    ),
  })
  return null
}
