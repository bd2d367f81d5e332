import type { TicketRecord, TimelineItem } from '@baton/contract'
import { Icon, Skeleton, Wrong } from '@baton/ui'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import type { PendingMessage } from '../composer/composing.ts'
import { EventLine } from './EventLine.tsx'
import { MessageBlock } from './MessageBlock.tsx'
import { PendingBlock } from './PendingBlock.tsx'
import { useReading } from './reading.ts'
import style from './Timeline.module.css'
import { isSpoken, useTimeline } from './useTimeline.ts'
import { type ViewedPicture, Viewer } from './Viewer.tsx'

/** One conversation across channels: what was said and what happened, oldest on top, the newest in sight. */
export function Timeline({ ticket, pending }: { ticket: TicketRecord; pending: readonly PendingMessage[] }): ReactNode {
  const { t } = useWords()
  const timeline = useTimeline(ticket.id)
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = timeline
  const scroller = useRef<HTMLDivElement>(null)
  const unreadFrom = useReading(ticket, items)
  const [viewed, view] = useState<ViewedPicture>()
  const older = useOlder(scroller, hasNextPage && !isFetchingNextPage, () => void fetchNextPage()) // tells its own failure

  if (timeline.isPending) return <Waiting />
  if (timeline.isError && items.length === 0)
    return <Failed error={timeline.error} again={() => void timeline.refetch()} />
  return (
    <div className={style.place}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <section ref={scroller} className={style.scroller} tabIndex={0} aria-label={t('timeline.title')}>
        <div className={style.content}>
          <div ref={older} className={style.older}>
            {isFetchingNextPage && <Skeleton lines={['40%']} />}
          </div>
          <Items ticket={ticket} items={items} unreadFrom={unreadFrom} view={view} />
          {pending.map(message => (
            <PendingBlock key={message.key} message={message} />
          ))}
        </div>
      </section>
      <Jumps scroller={scroller} newest={items.at(-1)?.seq} unreadFrom={unreadFrom} />
      {viewed && <Viewer picture={viewed} onClose={() => view(undefined)} />}
    </div>
  )
}

interface ItemsProps {
  ticket: TicketRecord
  items: readonly TimelineItem[]
  unreadFrom: number | undefined
  view: (picture: ViewedPicture) => void
}

function Items({ ticket, items, unreadFrom, view }: ItemsProps): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const days = useMemo(() => items.map(item => times.day(item.at)), [items, times])
  return items.map((item, index) => (
    <div key={item.seq} className={style.item}>
      {days[index] !== days[index - 1] && (
        <div className={style.day}>
          <span>{days[index]}</span>
        </div>
      )}
      {item.seq === unreadFrom && (
        <div className={style.unread} data-unread>
          <span>{t('timeline.unread')}</span>
        </div>
      )}
      {isSpoken(item) ? (
        <MessageBlock
          item={item}
          ticket={ticket}
          view={view}
          joined={goesOn(items[index - 1], item) && item.seq !== unreadFrom}
        />
      ) : (
        <EventLine item={item} />
      )}
    </div>
  ))
}

const breath = 5 * 60_000

/** Whether somebody simply goes on speaking, so that the name need not be said again. */
function goesOn(before: TimelineItem | undefined, item: TimelineItem): boolean {
  const [one, two] = [before?.message, item.message]
  if (!before || !one || !two) return false
  return (
    one.kind === two.kind &&
    one.author.name === two.author.name &&
    one.channel === two.channel &&
    !two.automatic &&
    two.verified &&
    !item.call &&
    Date.parse(item.at) - Date.parse(before.at) < breath
  )
}

/** Fetches what is older when its place comes near. */
function useOlder(scroller: { current: HTMLElement | null }, when: boolean, fetch: () => void) {
  const mark = useRef<HTMLDivElement>(null)
  const latest = useRef(fetch)
  latest.current = fetch
  useEffect(() => {
    if (!when || !mark.current) return
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      root: scroller.current,
      rootMargin: '600px 0px',
    })
    near.observe(mark.current)
    return () => near.disconnect()
  }, [when, scroller])
  return mark
}

const far = 3000

/** Ways to the first unread message and to the newest one, while they are out of sight. */
function Jumps({
  scroller,
  newest,
  unreadFrom,
}: {
  scroller: { current: HTMLElement | null }
  newest: number | undefined
  unreadFrom: number | undefined
}): ReactNode {
  const { t } = useWords()
  const [away, setAway] = useState(false)
  const [above, setAbove] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when what is shown changes
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const look = () => {
      setAway(box.scrollTop < -160)
      const mark = box.querySelector('[data-unread]')
      setAbove(mark !== null && mark.getBoundingClientRect().bottom < box.getBoundingClientRect().top)
    }
    look()
    box.addEventListener('scroll', look, { passive: true })
    return () => box.removeEventListener('scroll', look)
  }, [scroller, newest, unreadFrom])
  const toNewest = () => {
    const box = scroller.current
    box?.scrollTo({ top: 0, behavior: Math.abs(box.scrollTop) > far ? 'auto' : 'smooth' })
  }
  return (
    <>
      {above && (
        <button
          type="button"
          className={style.toUnread}
          onClick={() =>
            scroller.current?.querySelector('[data-unread]')?.scrollIntoView({ block: 'start', behavior: 'smooth' })
          }
        >
          <Icon name="up" size={14} /> {t('timeline.toUnread')}
        </button>
      )}
      {away && (
        <button type="button" className={style.toNewest} onClick={toNewest}>
          <Icon name="down" size={14} /> {t('timeline.toNewest')}
        </button>
      )}
    </>
  )
}

function Waiting(): ReactNode {
  return (
    <div className={style.waiting} aria-busy>
      <Skeleton lines={['52%', '44%']} />
      <Skeleton lines={['48%', '56%', '30%']} />
    </div>
  )
}

function Failed({ error, again }: { error: unknown; again: () => void }): ReactNode {
  const { t } = useWords()
  const problemText = useProblemText()
  return (
    <div className={style.waiting}>
      <Wrong action={{ label: t('problem.again'), run: again }}>{problemText(error)}</Wrong>
    </div>
  )
}
