import type { DispatchDecision, TicketRecord } from '@baton/contract'
import { Skeleton, Wrong } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDepartments, useNames } from '../../people/directory.ts'
import { useAsk } from '../../session/ask.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { usePerform } from '../perform.ts'
import { useTell } from '../tell.ts'
import style from './Decision.module.css'
import { Others } from './Decision.tsx'

/** Why a ticket is still in the pool, as things stand now, and how to give it out. */
export function Waiting({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const problemText = useProblemText()
  const { data, error } = useAsk('ticket.candidates', { id: ticket.id })
  if (error && !data) return <Wrong>{problemText(error)}</Wrong>
  if (!data) return <Skeleton lines={['70%', '40%']} />
  return (
    <section className={style.decision} aria-label={t('dispatch.whyWaiting')}>
      <Reason ticket={ticket} decision={data} />
      <Others decision={data} />
      {data.chosen && ticket.allowed.includes('ticket.dispatch') && <Now ticket={ticket} />}
    </section>
  )
}

function Reason({ ticket, decision }: { ticket: TicketRecord; decision: DispatchDecision }): ReactNode {
  const { t } = useWords()
  const names = useNames()
  const departments = useDepartments()
  const claims = departments.find(({ id }) => id === ticket.departmentId)?.dispatch === 'claim'
  const { chosen, offDuty, counts, skills } = decision
  const able = Object.keys(counts).some(why => why !== 'right' && why !== 'skill')
  return (
    <>
      {claims && <p>{t('dispatch.claims')}</p>}
      {chosen ? (
        <p>{t('dispatch.now', { ...chosen, name: names(chosen.agentId) ?? '—' })}</p>
      ) : (
        <p>{t(offDuty ? 'dispatch.offDuty' : able ? 'dispatch.nobody' : 'dispatch.noOne')}</p>
      )}
      {skills.length > 0 && (
        <p className={style.quiet}>{t('dispatch.needs', { skills: skills.join(t('dispatch.comma')) })}</p>
      )}
    </>
  )
}

function Now({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const perform = usePerform()
  const tell = useTell()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const dispatch = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      tell('ticket.dispatch', await perform('ticket.dispatch', { ticketId: ticket.id }))
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div>
        <Button size="small" loading={busy} onClick={() => void dispatch()}>
          {t('verb.ticket.dispatch')}
        </Button>
      </div>
      {problem !== undefined && <Wrong>{problemText(problem)}</Wrong>}
    </>
  )
}
