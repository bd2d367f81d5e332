import { Empty, More } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { Asked } from '../lists/Asked.tsx'
import { step } from '../lists/Rows.tsx'
import { HolderChip } from '../people/HolderChip.tsx'
import { usePages } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { StatusTag } from '../tickets/StatusTag.tsx'
import { useTimes } from '../words/times.ts'
import type { CustomerRecord } from './CustomerList.tsx'
import style from './Matters.module.css'
import { useWords } from './words/index.ts'

/** What the customer asked of us before, the newest first. */
export function Matters({ customer }: { customer: CustomerRecord }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const me = useMe()
  const times = useTimes()
  const query = usePages('ticket.list', {
    where: { field: 'customerId', op: 'is', value: customer.id },
    order: [{ field: 'createdAt', direction: 'desc' }],
  })
  if (!me.may('ticket.list')) return <Empty icon="inbox" title={t('noMatters')} />
  return (
    <Asked query={query} rows={3}>
      {({ pages }) => {
        const tickets = pages.flatMap(page => page.items)
        if (tickets.length === 0) return <Empty icon="inbox" title={t('noMatters')} hint={t('noMattersHint')} />
        return (
          <>
            <ul className={style.matters} aria-label={t('mattersLabel')} onKeyDown={step}>
              {tickets.map(ticket => (
                <li key={ticket.id}>
                  <Link to="/t/$number" params={{ number: ticket.number }} className={style.matter}>
                    <span className={style.status}>
                      <StatusTag status={ticket.status} runState={ticket.runState} />
                    </span>
                    <span className={style.words}>
                      <span className={style.subject}>{ticket.subject}</span>
                      <span className={style.under}>
                        {[ticket.number, ticket.category].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                    <span className={style.holder}>
                      <HolderChip ticket={ticket} />
                    </span>
                    <time className={style.time} dateTime={ticket.createdAt} data-hint={times.full(ticket.createdAt)}>
                      {times.moment(ticket.createdAt)}
                    </time>
                  </Link>
                </li>
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
