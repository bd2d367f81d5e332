import type { Records } from '@baton/contract'
import { Chip, Empty, More } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Log, LogLine } from '../../lists/Log.tsx'
import { usePages } from '../../session/ask.ts'
import { useTimes } from '../../words/times.ts'
import style from '../outside/outside.module.css'
import { TicketLink } from '../TicketLink.tsx'
import { useWords } from '../words/index.ts'

type SmsRecord = Records['sms']

/** What customers wrote by text message, and which ticket each has come to. */
export function ReceivedSms(): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const query = usePages('sms.list', {})
  return (
    <section id="smsReceived" className={style.section}>
      <h2 className={style.heading}>{t('smsAccounts.received')}</h2>
      <Asked query={query} rows={3}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0) return <Empty icon="inbox" title={t('smsAccounts.receivedNone')} />
          return (
            <>
              <Log label={t('smsAccounts.received')}>
                {items.map(sms => (
                  <Line key={sms.id} sms={sms} />
                ))}
              </Log>
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
    </section>
  )
}

function Line({ sms }: { sms: SmsRecord }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  return (
    <LogLine
      title={sms.text}
      under={
        <>
          {sms.from} ·{' '}
          {sms.ticketId ? (
            <TicketLink id={sms.ticketId} />
          ) : sms.isScore ? (
            <Chip>{t('smsAccounts.score')}</Chip>
          ) : (
            t('smsAccounts.noTicket')
          )}
        </>
      }
      time={<span data-hint={times.full(sms.receivedAt)}>{times.moment(sms.receivedAt)}</span>}
    />
  )
}
