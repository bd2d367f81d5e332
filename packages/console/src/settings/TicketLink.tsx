import { useSay } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ask } from '../session/api.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from './words/index.ts'

/** Leads to a ticket of which only the id is known. */
export function TicketLink({ id }: { id: string }): ReactNode {
  const { t } = useWords()
  const navigate = useNavigate()
  const say = useSay()
  const problemText = useProblemText()
  const go = async () => {
    try {
      const { number } = await ask('ticket.get', { id })
      await navigate({ to: '/t/$number', params: { number } })
    } catch (error) {
      say({ tone: 'wrong', title: problemText(error) })
    }
  }
  return (
    <button type="button" style={{ color: 'var(--accent-text)' }} onClick={() => void go()}>
      {t('openTicket')}
    </button>
  )
}
