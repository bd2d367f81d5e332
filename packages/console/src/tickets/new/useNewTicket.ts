import type { Channel, Urgency, VerbSent } from '@baton/contract'
import { useState } from 'react'
import { focusWrong } from '../../forms/focus-wrong.ts'
import { useHeard } from '../../live/Live.tsx'
import type { Target } from '../../people/HolderPicker.tsx'
import { call } from '../../session/api.ts'
import { isProblem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useUploads } from '../composer/upload.ts'
import { useTell } from '../tell.ts'
import { asked, type Requester } from './requester.ts'

interface Values {
  requester: Requester
  subject: string
  body: string
  channel: Channel
  urgency: Urgency
  requestType: string | null
  category: string | null
  target: Target | null
  note: string
  tags: string[]
}

const shownFields = [
  'requester',
  'customerId',
  'subject',
  'body',
  'requestType',
  'category',
  'departmentId',
  'assigneeId',
  'note',
  'tags',
]

/** What was entered, what is wrong with it, and the way to the new ticket. */
export function useNewTicket(customerId: string | undefined, opened: (number: string) => void) {
  const { t } = useWords()
  const heard = useHeard()
  const tell = useTell()
  const problemText = useProblemText()
  const files = useUploads()
  const [values, setValues] = useState<Values>({
    requester: { text: '', ...(customerId && { customerId }) },
    subject: '',
    body: '',
    channel: 'phone',
    urgency: 'normal',
    requestType: null,
    category: null,
    target: null,
    note: '',
    tags: [],
  })
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  const submit = async () => {
    setMissing(true)
    if (busy || files.busy) return
    if (!values.subject.trim()) return void focusWrong()
    setBusy(true)
    setProblem(undefined)
    try {
      const ticket = await call('ticket.open', sent(values, files.ids))
      heard([{ kind: 'ticket', id: ticket.id, version: ticket.version }])
      tell('ticket.open', ticket)
      opened(ticket.number)
    } catch (error) {
      setProblem(error)
      setBusy(false)
      focusWrong()
    }
  }
  const at = (...paths: string[]) => {
    if (paths.includes('subject') && missing && !values.subject.trim()) return t('new.subjectMissing')
    return isProblem(problem) ? paths.map(path => problem.at(path)).find(Boolean) : undefined
  }
  const inPlace =
    isProblem(problem) &&
    problem.fields.some(field => shownFields.some(name => field.path === name || field.path.startsWith(`${name}.`)))
  return {
    values,
    set: (change: Partial<Values>) => setValues(old => ({ ...old, ...change })),
    files,
    at,
    busy,
    dirty: values.subject !== '' || values.body !== '' || values.requester.text !== '',
    problem: problem === undefined || inPlace ? undefined : problemText(problem),
    submit: () => void submit(), // shows its own problem
  }
}

function sent(values: Values, attachmentIds: string[]): VerbSent<'ticket.open'> {
  return {
    ...asked(values.requester),
    subject: values.subject.trim(),
    ...(values.body.trim() && { body: values.body }),
    channel: values.channel,
    urgency: values.urgency,
    ...(values.requestType && { requestType: values.requestType }),
    ...(values.category && { category: values.category }),
    ...values.target,
    ...(values.target && values.note.trim() && { note: values.note.trim() }),
    tags: values.tags,
    attachmentIds,
  }
}
