import { Avatar, Chip, Icon } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/Speaking.tsx'
import type { CallRecord } from './draft.ts'
import style from './RingCard.module.css'
import { Timer } from './Timer.tsx'
import { useNumber, useWho } from './who.ts'

/** Who calls, while one is busy with something else: seen at once, and never in the way of what one types. */
export function RingCard({
  calls,
  take,
}: {
  calls: readonly CallRecord[]
  take: (call: CallRecord) => void
}): ReactNode {
  const [later, put] = useState<ReadonlySet<string>>(new Set())
  return (
    <section className={style.place} role="status" aria-live="polite">
      {calls
        .filter(({ id }) => !later.has(id))
        .map(call => (
          <Card key={call.id} call={call} take={() => take(call)} away={() => put(new Set([...later, call.id]))} />
        ))}
    </section>
  )
}

function Card({ call, take, away }: { call: CallRecord; take: () => void; away: () => void }): ReactNode {
  const { t } = useWords()
  const who = useWho()
  const number = useNumber()
  const { customer } = call
  return (
    <article className={style.card} aria-label={`${t('call.ring.title')} ${who(call)}`}>
      <div className={style.head}>
        <span className={style.pulse}>
          <Icon name="phone" size={14} />
        </span>
        <span className={style.title}>{t('call.ring.title')}</span>
        <Timer from={call.startedAt} />
      </div>
      <div className={style.who}>
        {customer && <Avatar name={customer.name} size={36} />}
        <div className={style.words}>
          <div className={style.name}>
            {who(call)} {customer?.level && <Chip tone="accent">{customer.level}</Chip>}
          </div>
          <div className={style.under}>
            {customer ? [number(call), customer.company].filter(Boolean).join(' · ') : t('call.ring.unknown')}
          </div>
        </div>
      </div>
      <div className={style.foot}>
        <Button onClick={away}>{t('call.ring.later')}</Button>
        <Button type="primary" icon={<Icon name="phone" />} onClick={take}>
          {t('call.ring.take')}
        </Button>
      </div>
    </article>
  )
}
