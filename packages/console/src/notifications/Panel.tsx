import { Empty, Icon, IconButton, More, Skeleton, Wrong } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { usePages } from '../session/ask.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useNow } from '../tickets/now.ts'
import { useTimes } from '../words/times.ts'
import { type Group, grouped } from './groups.ts'
import style from './Panel.module.css'
import { useGo } from './useGo.ts'
import { useRead } from './useRead.ts'
import { useUnread } from './useUnread.ts'
import { useWords } from './words/index.ts'

/** What one was told, the newest first, by ticket. Arrows walk, Enter opens, Escape closes. */
export function Panel({ close }: { close: () => void }): ReactNode {
  const { t } = useWords()
  const read = useRead()
  const unread = useUnread()
  return (
    <section className={style.panel} data-notifications role="dialog" aria-label={t('title')}>
      <header className={style.head}>
        <h2 className={style.title}>{t('title')}</h2>
        {unread > 0 && (
          <Button type="text" size="small" onClick={() => read({ all: true })}>
            {t('readAll')}
          </Button>
        )}
        <Link
          to="/me"
          hash="notifications"
          className={style.settings}
          aria-label={t('settings')}
          data-hint={t('settings')}
          onClick={close}
        >
          <Icon name="settings" />
        </Link>
      </header>
      <List close={close} />
    </section>
  )
}

function List({ close }: { close: () => void }): ReactNode {
  const { t } = useWords()
  const problemText = useProblemText()
  const query = usePages('notification.list', { limit: 30 })
  const list = useRef<HTMLUListElement>(null)
  const groups = grouped(query.data?.pages.flatMap(page => page.items) ?? [])
  const isThere = groups.length > 0
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLElement>('[data-line]')?.focus()
  }, [isThere])
  if (!query.data)
    return query.error ? (
      <div className={style.apart}>
        <Wrong action={{ label: t('older'), run: () => void query.refetch() }}>{problemText(query.error)}</Wrong>
      </div>
    ) : (
      <div className={style.apart}>
        <Skeleton lines={['70%', '50%', '80%', '40%']} gap={16} />
      </div>
    )
  if (!isThere) return <Empty icon="bell" title={t('none')} hint={t('noneHint')} />
  return (
    <ul ref={list} className={style.list} onKeyDown={walk}>
      {groups.map(group => (
        <Line key={group.key} group={group} close={close} />
      ))}
      <li>
        <More
          more={query.hasNextPage}
          busy={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
          label={t('older')}
        />
      </li>
    </ul>
  )
}

const mostLines = 3

function Line({ group, close }: { group: Group; close: () => void }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const now = useNow()
  const go = useGo()
  const read = useRead()
  const [first] = group.items
  if (!first) return null
  const isUnread = group.items.some(one => one.readAt === null)
  const open = () => {
    close()
    go(first)
  }
  const dismiss = () => read(first.ticketId ? { ticketId: first.ticketId } : { ids: group.items.map(one => one.id) })
  return (
    <li className={style.group} data-unread={isUnread || undefined}>
      <button type="button" className={style.line} onClick={open} data-line>
        <span className={style.dot} aria-hidden />
        <span className={style.words}>
          {first.subject && (
            <span className={style.ticket}>
              <span className={style.subject}>{first.subject}</span>
              <span className={style.number}>{first.ticketNumber}</span>
            </span>
          )}
          {group.items.slice(0, mostLines).map(one => (
            <span key={one.id} className={style.told} data-urgent={(one.urgent && one.readAt === null) || undefined}>
              <span className={style.text}>{one.text}</span>
              <time className={style.time} dateTime={one.createdAt} data-hint={times.full(one.createdAt)}>
                {times.ago(one.createdAt, now)}
              </time>
            </span>
          ))}
        </span>
      </button>
      {isUnread && <IconButton className={style.read} icon="check" size={14} label={t('readOne')} onClick={dismiss} />}
    </li>
  )
}

/** Up and down from line to line; the buttons beside them come by Tab. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step =
    event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0
  if (!step) return
  event.preventDefault()
  event.stopPropagation()
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')]
  const at = lines.findIndex(line => line.parentElement?.contains(document.activeElement))
  lines[Math.max(0, Math.min(lines.length - 1, at + step))]?.focus()
}
