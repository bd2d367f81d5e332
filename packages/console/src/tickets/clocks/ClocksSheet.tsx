import type { TicketRecord } from '@baton/contract'
import { Empty, Skeleton, Wrong } from '@baton/ui'
import type { ReactNode } from 'react'
import { Fold } from '../../forms/Fold.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useKeys } from '../../frame/keys.tsx'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { isActive, nearestOf } from '../clock.ts'
import type { Verbs } from '../useVerbs.tsx'
import style from './ClocksSheet.module.css'
import { Ended } from './Ended.tsx'
import { Running } from './Running.tsx'
import { useExplained } from './useExplained.ts'
import { useClockWords } from './words/index.ts'

interface Props {
  ticket: TicketRecord
  verbs: Verbs
  onClose: () => void
}

/** 时限: every promise on a ticket, how it stands, and how it came to stand so. */
export function ClocksSheet({ ticket, verbs, onClose }: Props): ReactNode {
  const { t } = useWords()
  return (
    <Sheet title={t('clock.panel')} mark={<span className={style.number}>{ticket.number}</span>} onClose={onClose}>
      <Closing onClose={onClose} />
      <Clocks ticket={ticket} verbs={verbs} />
    </Sheet>
  )
}

/** The key that opened it closes it. */
function Closing({ onClose }: { onClose: () => void }): ReactNode {
  useKeys({ q: onClose })
  return null
}

function Clocks({ ticket, verbs }: Omit<Props, 'onClose'>): ReactNode {
  const { t } = useClockWords()
  const { t: shared } = useWords()
  const problemText = useProblemText()
  const { data, error, refetch } = useExplained(ticket.id)
  if (!data)
    return error ? (
      <Wrong action={{ label: shared('problem.again'), run: () => void refetch() }}>{problemText(error)}</Wrong>
    ) : (
      <div aria-busy>
        <Skeleton lines={['30%', '100%', '60%', '20%', '100%', '70%']} gap={16} />
      </div>
    )
  if (data.length === 0) return <Empty icon="clock" title={t('none')} hint={t('noneHint')} />
  const active = data.filter(isActive).toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
  const ended = data.filter(clock => !isActive(clock)).toReversed()
  const nearest = nearestOf(active)
  return (
    <>
      {active.length === 0 && <p className={style.quiet}>{t('noneActive')}</p>}
      {active.map(clock => (
        <Running key={clock.id} clock={clock} ticket={ticket} verbs={verbs} open={clock === nearest} />
      ))}
      {ended.length > 0 && (
        <div className={style.ended}>
          <Fold title={t('ended', { count: ended.length })} open={active.length === 0}>
            {ended.map(clock => (
              <Ended key={clock.id} clock={clock} />
            ))}
          </Fold>
        </div>
      )}
    </>
  )
}
