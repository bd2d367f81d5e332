import { Icon, IconButton } from '@baton/ui'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useAsk } from '../session/ask.ts'
import style from './Popups.module.css'
import { pressed } from './pressed.ts'
import { chime } from './sound.ts'
import { useGo } from './useGo.ts'
import { type Notification, useNewest } from './useNewest.ts'
import { useWords } from './words/index.ts'

const mostAtOnce = 3
/** Calm ones go by themselves; they stay behind the bell. Milliseconds. */
const lasts = 10_000

/** What one is told just now, beside the page: calm, never in the way, at most three; what cannot wait is read aloud at once. */
export function Popups(): ReactNode {
  const { t } = useWords()
  const { shown, drop } = useShown()
  const urgent = shown.filter(one => one.urgent)
  const calm = shown.filter(one => !one.urgent)
  const each = (one: Notification) => <Popup key={one.id} notification={one} onGone={() => drop(one.id)} />
  return (
    <section className={style.place} aria-label={t('popups')}>
      <div role="status" aria-live="polite" className={style.stack}>
        {calm.map(each)}
      </div>
      {urgent.length > 0 && (
        <div role="alert" className={style.stack}>
          {urgent.map(each)}
        </div>
      )}
    </section>
  )
}

function Popup({ notification, onGone }: { notification: Notification; onGone: () => void }): ReactNode {
  const { t } = useWords()
  const go = useGo()
  const { urgent, text, subject, ticketNumber } = notification
  const latest = useRef(onGone)
  latest.current = onGone
  useEffect(() => {
    if (urgent) return
    const timer = setTimeout(() => latest.current(), lasts)
    return () => clearTimeout(timer)
  }, [urgent])
  const open = () => {
    onGone()
    go(notification)
  }
  return (
    <div className={style.popup} data-urgent={urgent || undefined} data-popup={notification.id}>
      <button type="button" className={style.open} onClick={open} onKeyDown={pressed}>
        <Icon name={urgent ? 'warning' : 'bell'} className={style.icon} {...(urgent && { label: t('urgent') })} />
        <span className={style.words}>
          <span className={style.text}>{text}</span>
          {subject && (
            <span className={style.subject}>
              {ticketNumber} {subject}
            </span>
          )}
        </span>
      </button>
      <IconButton icon="close" size={14} label={t('close')} onClick={onGone} onKeyDown={pressed} />
    </div>
  )
}

/** What came since this page stands, is not read, and is not about the ticket that one is looking at. */
function useShown(): { shown: readonly Notification[]; drop: (id: string) => void } {
  const newest = useNewest()
  const { number } = useParams({ strict: false })
  const sound = useAsk('notification.preferences', {}, { fresh: 300_000 }).data?.sound ?? false
  const known = useRef<Set<string> | undefined>(undefined)
  const [ids, set] = useState<readonly string[]>([])
  useEffect(() => {
    if (!newest) return
    const before = known.current
    known.current = new Set([...(before ?? []), ...newest.map(one => one.id)])
    if (!before) return
    const fresh = newest.filter(
      one =>
        !before.has(one.id) &&
        one.popup &&
        one.readAt === null &&
        !(number !== undefined && one.ticketNumber === number),
    )
    if (fresh.length === 0 || document.visibilityState !== 'visible') return
    if (sound) chime()
    set(old => [...old, ...fresh.map(one => one.id).reverse()])
  }, [newest, number, sound])
  const all = ids.flatMap(id => newest?.find(one => one.id === id && one.readAt === null) ?? [])
  // Of one ticket only the last word: what was said of it before stands behind the bell.
  const shown = all.filter(
    (one, at) => one.ticketId === null || !all.slice(at + 1).some(later => later.ticketId === one.ticketId),
  )
  return { shown: shown.slice(-mostAtOnce), drop: id => set(old => old.filter(one => one !== id)) }
}
