import type { TimelineItem } from '@baton/contract'
import { Empty, Icon, type IconName, More } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CallMark } from '../calls/CallMark.tsx'
import { useFormWords } from '../forms/words/index.ts'
import { Asked } from '../lists/Asked.tsx'
import { usePages } from '../session/ask.ts'
import { useTimes } from '../words/times.ts'
import style from './Matters.module.css'
import { useWords } from './words/index.ts'

/** All that was between the customer and us, across their tickets, the newest first. */
export function Touches({ customerId }: { customerId: string }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const query = usePages('customer.timeline', { customerId })
  return (
    <Asked query={query} rows={4}>
      {({ pages }) => {
        const items = pages.flatMap(page => page.items)
        if (items.length === 0) return <Empty icon="clock" title={t('noTouches')} />
        return (
          <>
            <ul className={style.touches} aria-label={t('touches')}>
              {items.map(item => (
                <Touch key={item.seq} item={item} />
              ))}
            </ul>
            <More
              more={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
              label={f('more')}
            />
          </>
        )
      }}
    </Asked>
  )
}

const icons: Record<string, IconName> = {
  'ticket.opened': 'inbox',
  'ticket.received': 'mail',
  'ticket.replied': 'reply',
  'ticket.called': 'phone',
  'call.ended': 'phone',
  'call.missed': 'missed',
  'call.dismissed': 'phone',
  'ticket.solved': 'done',
  'ticket.reopened': 'back',
  'ticket.closed': 'archive',
  'ticket.cancelled': 'ban',
  'ticket.forceEnded': 'stop',
  'customer.created': 'person',
  'customer.updated': 'edit',
}

function Touch({ item }: { item: TimelineItem }): ReactNode {
  const times = useTimes()
  return (
    <li className={style.touch}>
      <span className={style.icon}>
        <Icon name={icons[item.type] ?? 'clock'} size={14} />
      </span>
      <div>
        <div className={style.line}>
          {item.text}
          {item.ticketNumber && (
            <>
              {' · '}
              <Link to="/t/$number" params={{ number: item.ticketNumber }}>
                {item.ticketNumber}
              </Link>
            </>
          )}
        </div>
        {item.call && item.type === 'ticket.opened' && <CallMark call={item.call} />}
        {item.message && <div className={style.body}>{item.message.body}</div>}
      </div>
      <time className={style.time} dateTime={item.at} data-hint={times.full(item.at)}>
        {times.moment(item.at)}
      </time>
    </li>
  )
}
