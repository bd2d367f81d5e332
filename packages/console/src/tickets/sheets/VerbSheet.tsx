import type { TicketRecord } from '@baton/contract'
import { Field } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { focusWrong } from '../../forms/focus-wrong.ts'
import { HolderPicker, type Target } from '../../people/HolderPicker.tsx'
import { isProblem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { usePerform } from '../perform.ts'
import { useTell } from '../tell.ts'
import type { TicketVerb } from '../verbs.ts'
import { type Ask, sheetOf } from './asks.ts'
import type { SheetProps } from './own.ts'
import { Until } from './Until.tsx'
import { VerbModal } from './VerbModal.tsx'

/** Asks what a verb needs, does it, and stays with the reason when it is refused. */
export function VerbSheet({ ticket, verb, given, onClose }: SheetProps): ReactNode {
  const { t } = useWords()
  const ask = sheetOf(verb) ?? {}
  const form = useForm(ticket, verb, ask, given ?? null, onClose)
  return (
    <VerbModal ticket={ticket} verb={verb} danger={ask.danger === true} onClose={onClose} {...form.frame}>
      {ask.target && (
        <Field
          label={t(ask.target === 'person' ? 'sheet.person' : 'sheet.target')}
          error={
            form.missing && !ask.targetOptional && !form.target
              ? t('sheet.targetMissing')
              : form.at('assigneeId', 'departmentId')
          }
        >
          {tie => (
            <HolderPicker
              tie={tie}
              people={ask.target === 'person'}
              value={form.target}
              onChange={form.setTarget}
              autoFocus
            />
          )}
        </Field>
      )}
      {ask.text && (
        <Field
          label={`${t(`sheet.${ask.text}`)}${ask.textOptional ? t('sheet.optional') : ''}`}
          error={form.missing && !ask.textOptional && !form.text.trim() ? t('sheet.textMissing') : form.at(ask.text)}
          hint={ask.text === 'result' ? t('sheet.resultHint') : undefined}
        >
          {tie => (
            <Input.TextArea
              {...tie}
              autoFocus={!ask.target}
              autoSize={{ minRows: 3, maxRows: 8 }}
              maxLength={2000}
              value={form.text}
              onChange={event => form.setText(event.target.value)}
            />
          )}
        </Field>
      )}
      {ask.note && (
        <Field label={`${t('sheet.note')}${t('sheet.optional')}`} error={form.at('note')}>
          {tie => (
            <Input {...tie} maxLength={2000} value={form.note} onChange={event => form.setNote(event.target.value)} />
          )}
        </Field>
      )}
      {ask.until && (
        <Field label={`${t('sheet.until')}${t('sheet.optional')}`} error={form.at('until')} hint={t('sheet.untilHint')}>
          {tie => <Until tie={tie} value={form.until} onChange={form.setUntil} />}
        </Field>
      )}
    </VerbModal>
  )
}

function useForm(ticket: TicketRecord, verb: TicketVerb, ask: Ask, given: Target | null, onClose: () => void) {
  const perform = usePerform()
  const tell = useTell()
  const problemText = useProblemText()
  const [target, setTarget] = useState(given)
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const [until, setUntil] = useState<string>()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  const send = async () => {
    setMissing(true)
    if (ask.target && !ask.targetOptional && !target) return void focusWrong()
    if (ask.text && !ask.textOptional && !text.trim()) return void focusWrong()
    setBusy(true)
    setProblem(undefined)
    try {
      const input = {
        ticketId: ticket.id,
        ...target,
        ...(ask.text && text.trim() && { [ask.text]: text.trim() }),
        ...(note.trim() && { note: note.trim() }),
        ...(until && { until }),
      }
      const record = await perform(verb, input as never)
      onClose()
      const undo =
        verb === 'ticket.pause'
          ? () => void perform('ticket.resume', { ticketId: ticket.id }).catch(() => undefined)
          : undefined // the ticket itself shows that it is still paused
      tell(verb, record, undo)
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  const at = (...paths: string[]) =>
    isProblem(problem) ? paths.map(path => problem.at(path)).find(Boolean) : undefined
  const told =
    isProblem(problem) &&
    problem.fields.some(field => ['assigneeId', 'departmentId', 'note', 'until', ask.text].includes(field.path))
  return {
    target,
    setTarget,
    text,
    setText,
    note,
    setNote,
    until,
    setUntil,
    missing,
    at,
    frame: {
      dirty: target !== given || text !== '' || note !== '' || until !== undefined,
      busy,
      problem: problem === undefined || told ? undefined : problemText(problem),
      submit: () => void send(), // shows its own problem
    },
  }
}
