import { Icon } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../session/api.ts'
import { useMe } from '../../session/me.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import style from './Delivery.module.css'
import type { Message } from './useTimeline.ts'

type Fate = NonNullable<Message['delivery']>
const states = ['queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed'] as const
type State = (typeof states)[number]

/** What became of our message on its way out; a failed one can be sent again from here. */
export function Delivery({ delivery, ticketId }: { delivery: Fate; ticketId: string }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const me = useMe()
  const { again, busy, problem } = useRetry(delivery.id, ticketId)
  const state: State = states.find(name => name === delivery.status) ?? 'unknown'
  const wrong = state === 'failed' || state === 'unknown'
  return (
    <div className={style.fate} data-wrong={wrong || undefined}>
      <Icon
        name={wrong ? 'warning' : state === 'sent' ? 'check' : state === 'suppressed' ? 'ban' : 'clock'}
        size={13}
      />
      <span
        className={style.state}
        data-hint={delivery.sentAt ? `${delivery.recipient} · ${times.full(delivery.sentAt)}` : delivery.recipient}
      >
        {t(`delivery.${state}`)}
      </span>
      {(problem ?? delivery.error) && state !== 'sent' && (
        <span className={style.why}>{problem ?? delivery.error}</span>
      )}
      {wrong && me.may('delivery.retry') && (
        <button type="button" className={style.again} disabled={busy} onClick={again}>
          {t('delivery.again')}
        </button>
      )}
    </div>
  )
}

function useRetry(deliveryId: string, ticketId: string) {
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const retry = async () => {
    setBusy(true)
    try {
      await call('delivery.retry', { deliveryId })
      await queries.invalidateQueries({ queryKey: ['ticket.timeline', { id: ticketId, limit: 50 }] })
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return { again: () => void retry(), busy, problem } // shows its own problem
}
