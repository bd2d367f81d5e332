import { Field } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { focusWrong } from '../../forms/focus-wrong.ts'
import { HolderPicker, type Target } from '../../people/HolderPicker.tsx'
import { isProblem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import type { TicketVerb } from '../verbs.ts'
import type { Ask } from './asks.ts'
import { Until } from './Until.tsx'
import { VerbModal } from './VerbModal.tsx'

interface Props {
  /** What it is about: a ticket's number, or how many there are. */
  number: string
  verb: TicketVerb
  ask: Ask
  /** Does it, and closes the form. What it throws is told at the fields that it names. */
  send: (input: object) => Promise<void>
  onClose: () => void
  /** Said before the fields. */
  children?: ReactNode
}

/** Asks what a verb needs, sends it, and stays with the reason when it is refused. */
export function VerbForm({ number, verb, ask, send, onClose, children }: Props): ReactNode {
  const { t } = useWords()
  const form = useForm(ask, send)
  return (
    <VerbModal ticket={{ number }} verb={verb} danger={ask.danger === true} onClose={onClose} {...form.frame}>
      {children}
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

function useForm(ask: Ask, give: Props['send']) {
  const problemText = useProblemText()
  const [target, setTarget] = useState<Target | null>(null)
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
      await give({
        ...target,
        ...(ask.text && text.trim() && { [ask.text]: text.trim() }),
        ...(note.trim() && { note: note.trim() }),
        ...(until && { until }),
      })
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
      dirty: target !== null || text !== '' || note !== '' || until !== undefined,
      busy,
      problem: problem === undefined || told ? undefined : problemText(problem),
      submit: () => void send(), // shows its own problem
    },
  }
}
