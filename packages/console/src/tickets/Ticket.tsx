import type { TicketRecord } from '@baton/contract'
import { Empty, Skeleton, Wrong } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useKeys } from '../frame/keys.tsx'
import { useLook } from '../frame/look.tsx'
import { useTitle } from '../frame/title.ts'
import { useTogether } from '../live/useTogether.ts'
import { useReadHere } from '../notifications/useReadHere.ts'
import { isProblem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from '../words/Speaking.tsx'
import { useClocks } from './clocks/useClocks.tsx'
import { Composer } from './composer/Composer.tsx'
import { useComposing } from './composer/composing.ts'
import { Head } from './Head.tsx'
import { useMacros } from './macros/useMacros.tsx'
import { SideSheet } from './side/SideSheet.tsx'
import style from './Ticket.module.css'
import { Timeline } from './timeline/Timeline.tsx'
import { useTicket } from './useTicket.ts'
import { useVerbs } from './useVerbs.tsx'

interface Props {
  number: string
  onBack: () => void
}

/** One ticket: its head, the conversation, the composer, and what is known beside it. */
export function Ticket({ number, onBack }: Props): ReactNode {
  const { t } = useWords()
  const problemText = useProblemText()
  const { ticket, error, refetch } = useTicket(number)
  if (ticket) return <Opened ticket={ticket} onBack={onBack} />
  if (!error) return <Loading />
  if (isProblem(error) && error.status === 404)
    return (
      <Empty icon="search" title={t('ticket.notFound', { number })} hint={t('ticket.notFoundHint')}>
        <Button onClick={onBack}>{t('word.back')}</Button>
      </Empty>
    )
  return (
    <div className={style.failed}>
      <Wrong action={{ label: t('problem.again'), run: refetch }}>{problemText(error)}</Wrong>
    </div>
  )
}

function Opened({ ticket, onBack }: { ticket: TicketRecord; onBack: () => void }): ReactNode {
  const { side, like } = useLook()
  useTitle(`${ticket.subject} ${ticket.number}`)
  useReadHere(ticket.id)
  const [sheet, setSheet] = useState(false)
  const composing = useComposing(ticket)
  const verbs = useVerbs(ticket, composing.begin)
  const macros = useMacros(ticket)
  const others = useTogether(ticket.id, composing.writing ?? 'viewing')
  const toggleSide = () => (matchMedia('(max-width: 1099px)').matches ? setSheet(!sheet) : like({ side: !side }))
  useKeys({ i: toggleSide })
  const clocks = useClocks(ticket, verbs)
  return (
    <article className={style.ticket} aria-label={`${ticket.number} ${ticket.subject}`} data-ticket={ticket.id}>
      <div className={style.main}>
        <Head
          ticket={ticket}
          verbs={verbs}
          macros={macros}
          others={others}
          onBack={onBack}
          onClocks={clocks.open}
          side={side}
          onSide={toggleSide}
        />
        <Timeline ticket={ticket} pending={composing.pending} />
        <Composer ticket={ticket} composing={composing} others={others} onMacro={macros.open} />
      </div>
      <SideSheet ticket={ticket} docked={side} open={sheet} onClose={() => setSheet(false)} />
      {clocks.sheet}
      {verbs.sheet}
      {macros.sheet}
    </article>
  )
}

function Loading(): ReactNode {
  return (
    <div className={style.loading} aria-busy>
      <Skeleton lines={['24%', '60%', '40%']} gap={12} />
      <Skeleton lines={['50%', '44%']} />
      <Skeleton lines={['56%', '38%', '48%']} />
    </div>
  )
}
