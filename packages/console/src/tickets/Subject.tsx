import type { TicketRecord } from '@baton/contract'
import { Wrong } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useKeys } from '../frame/keys.tsx'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from '../words/Speaking.tsx'
import { usePerform } from './perform.ts'
import style from './Subject.module.css'

const most = 200

/** The subject, edited where it stands: Enter keeps, Escape leaves. */
export function Subject({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const perform = usePerform()
  const problemText = useProblemText()
  const [text, setText] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const left = useRef(false)
  const may = ticket.allowed.includes('ticket.update')
  const edit = () => {
    left.current = false
    setText(ticket.subject)
  }
  useKeys({ e: edit }, { when: may })

  const keep = async () => {
    const subject = text?.trim()
    setText(undefined)
    setProblem(undefined)
    if (left.current || !subject || subject === ticket.subject) return
    try {
      await perform('ticket.update', { ticketId: ticket.id, subject, version: ticket.version })
    } catch (error) {
      setProblem(problemText(error))
      setText(subject)
    }
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') left.current = true
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.stopPropagation()
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
      <h2 className={style.subject}>{ticket.subject}</h2>
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
        onChange={event => setText(event.target.value)}
        onKeyDown={press}
        onBlur={() => void keep()} // shows its own problem
      />
      {problem && <Wrong>{problem}</Wrong>}
    </>
  )
}
