import type { Records } from '@baton/contract'
import { Chip, Empty, More, Segmented } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Log, LogLine } from '../../lists/Log.tsx'
import { usePages } from '../../session/ask.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { PageHead } from '../PageHead.tsx'
import { Retry } from '../Retry.tsx'
import { TicketLink } from '../TicketLink.tsx'
import { useWords } from '../words/index.ts'

type DeliveryRecord = Records['delivery']
type Choice = 'all' | 'waiting' | 'stuck' | 'sent'

const statuses: Record<Choice, DeliveryRecord['status'][] | undefined> = {
  all: undefined,
  stuck: ['failed', 'unknown'],
  waiting: ['queued', 'sending'],
  sent: ['sent'],
}

export const deliveryTone = {
  queued: 'plain',
  sending: 'blue',
  sent: 'plain',
  failed: 'red',
  unknown: 'orange',
  suppressed: 'plain',
} as const satisfies Record<DeliveryRecord['status'], string>

/** What left the desk or should have, and what became of it. */
export function DeliveriesPage(): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const [choice, choose] = useState<Choice>('all')
  const status = statuses[choice]
  const query = usePages('delivery.list', status ? { status } : {})
  return (
    <>
      <PageHead
        page="deliveries"
        tools={
          <Segmented<Choice>
            label={t('deliveries.byStatus')}
            value={choice}
            onChange={choose}
            choices={(['all', 'stuck', 'waiting', 'sent'] as const).map(value => ({
              value,
              label: t(`deliveries.${value}`),
            }))}
          />
        }
      />
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0)
            return (
              <Empty
                icon="send"
                title={t(choice === 'stuck' ? 'deliveries.noneStuck' : 'deliveries.none')}
                hint={choice === 'all' ? t('deliveries.noneHint') : undefined}
              />
            )
          return (
            <>
              <Log label={shared('settings.deliveries')}>
                {items.map(delivery => (
                  <Delivery key={delivery.id} delivery={delivery} />
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
    </>
  )
}

function Delivery({ delivery }: { delivery: DeliveryRecord }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const times = useTimes()
  const perform = useDo()
  const { id, status, recipient, purpose, attempts, error, createdAt, sentAt, nextAt, ticketId, allowed } = delivery
  const at = sentAt ?? createdAt
  const facts = [
    t(`purpose.${purpose}` as 'purpose.reply', { defaultValue: purpose }),
    attempts > 1 && t('deliveries.attempts', { count: attempts }),
    nextAt && status === 'queued' && t('deliveries.next', { time: times.moment(nextAt) }),
  ].filter(Boolean)
  return (
    <LogLine
      mark={<Chip tone={deliveryTone[status]}>{shared(`delivery.${status}`)}</Chip>}
      title={recipient || t('deliveries.nobody')}
      under={
        <>
          {facts.join(' · ')}
          {ticketId && (
            <>
              {' · '}
              <TicketLink id={ticketId} />
            </>
          )}
        </>
      }
      {...{ [status === 'suppressed' || status === 'sent' ? 'reason' : 'wrong']: error }}
      time={<span data-hint={times.full(at)}>{times.moment(at)}</span>}
      action={
        allowed.includes('delivery.retry') && (
          <Retry
            word={t('deliveries.retry')}
            did={t('deliveries.didRetry', { recipient })}
            run={() => perform('delivery.retry', { deliveryId: id })}
          />
        )
      }
    />
  )
}
