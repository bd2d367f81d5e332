import type { Records } from '@baton/contract'
import { Chip } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { deliveryTone } from '../deliveries/DeliveriesPage.tsx'
import { useWords } from '../words/index.ts'
import style from './Last.module.css'

type Fate = Records['robot']['last']

/** What became of the newest that left this way, in one line for lists. */
export function LastChip({ last }: { last: Fate }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const times = useTimes()
  if (!last) return <span className={style.never}>{t('outside.never')}</span>
  return (
    <>
      <Chip tone={deliveryTone[last.status]}>{shared(`delivery.${last.status}`)}</Chip>
      <span className={style.time}>{times.moment(last.at)}</span>
    </>
  )
}

/** The same with its reason, told as soon as it changes. */
export function LastFate({ last, awaited }: { last: Fate; awaited: boolean }): ReactNode {
  const { t } = useWords()
  // What an earlier one came to says nothing about the one underway; that it waits its turn does.
  const why = awaited && !isUnderway(last) ? null : last?.error
  return (
    <div className={style.fate} aria-live="polite">
      <div className={style.line}>{awaited && !why ? t('outside.testing') : <LastChip last={last} />}</div>
      {why && <p className={awaited ? style.reason : style.error}>{why}</p>}
    </div>
  )
}

/** It is not settled yet: worth asking again soon. */
export const isUnderway = (last: { status: string } | null): boolean =>
  last?.status === 'queued' || last?.status === 'sending'
