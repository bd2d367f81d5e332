import type { TicketRecord } from '@baton/contract'
import { Wrong } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Lock } from '../fields/Lock.tsx'
import { useRefusalText } from '../forms/refusal.ts'
import { useKeys } from '../frame/keys.tsx'
import { useMe } from '../session/me.ts'
import { isProblem } from '../session/problem.ts'
import { useWords } from '../words/Speaking.tsx'
import { usePerform } from './perform.ts'
import style from './Subject.module.css'

const most = 200

/** The subject, edited where it stands: Enter keeps, Escape leaves. */
export function Subject({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const perform = usePerform()
  const refusalText = useRefusalText()
  const [text, setText] = useState<string>()
  const [before, setBefore] = useState('')
  const [problem, setProblem] = useState<unknown>()
  const leaving = useRef<'kept' | 'dropped'>(undefined)
  const mayUpdate = ticket.allowed.includes('ticket.update')
  const isFrozen = useMe().isFrozen('subject')
  const may = mayUpdate && !isFrozen
  const edit = () => {
    leaving.current = undefined
    setBefore(ticket.subject)
    setText(ticket.subject)
  }
  useKeys({ e: edit }, { when: may })

  const keep = async () => {
    const subject = text?.trim()
    const how = leaving.current
    leaving.current = undefined
    // Whoever looks elsewhere has not decided against what somebody else wrote.
    if (!how && isProblem(problem, 'conflict')) return
    setText(undefined)
    setProblem(undefined)
    if (how === 'dropped' || !subject || subject === ticket.subject) return
    try {
      await perform('ticket.update', { ticketId: ticket.id, subject, version: ticket.version })
    } catch (error) {
      setProblem(error)
      setText(subject)
    }
  }
  const type = (next: string) => {
    setText(next)
    setProblem(undefined)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.stopPropagation()
    leaving.current = event.key === 'Enter' ? 'kept' : 'dropped'
    event.currentTarget.blur()
  }

  if (text === undefined)
    return may ? (
      <h2 className={style.subject}>
        <button type="button" className={style.open} onClick={edit} data-hint={t('ticket.editSubject')} data-keys="e">
          {ticket.subject}
        </button>
      </h2>
    ) : (
      <h2 className={style.subject}>
        {ticket.subject} {mayUpdate && <Lock />}
      </h2>
    )
  return (
    <>
      <input
        className={style.input}
        aria-label={t('ticket.subject')}
        // biome-ignore lint/a11y/noAutofocus: it was asked for
        autoFocus
        maxLength={most}
        value={text}
        onFocus={event => event.currentTarget.select()}
        onChange={event => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => void keep()} // shows its own problem
      />
      {problem !== undefined && <Wrong>{refusalText(problem, { before, now: ticket.subject })}</Wrong>}
    </>
  )
}
