import type { Channel, Urgency, VerbSent } from '@baton/contract'
import { useMemo, useState } from 'react'
import { templateFor } from '../../fields/templateFor.ts'
import { useFields } from '../../fields/useFields.ts'
import { useStanding } from '../../fields/useStanding.ts'
import { basicForm, type TemplateRecord, useOwnTemplates } from '../../fields/useTemplates.ts'
import { sentValue, usualValues } from '../../fields/values.ts'
import { isWithin, mended, wrongAt } from '../../fields/wrongs.ts'
import { focusWrong } from '../../forms/focus-wrong.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useHeard } from '../../live/Live.tsx'
import type { Target } from '../../people/HolderPicker.tsx'
import { call } from '../../session/api.ts'
import { useAsk } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { isProblem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useCategories } from '../../workspace/choices.ts'
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
  template: string | null
  target: Target | null
  note: string
  tags: string[]
  appointmentAt: string | null
}

const blank: Values = {
  requester: { text: '' },
  subject: '',
  body: '',
  channel: 'phone',
  urgency: 'normal',
  requestType: null,
  category: null,
  template: null,
  target: null,
  note: '',
  tags: [],
  appointmentAt: null,
}

/** What the template begins with, beneath what was typed. */
const presetsOf = ({ opens }: TemplateRecord): Partial<Values> => ({
  ...(opens.subject !== undefined && { subject: opens.subject }),
  ...(opens.body !== undefined && { body: opens.body }),
  ...(opens.urgency && { urgency: opens.urgency }),
  ...(opens.requestType && { requestType: opens.requestType }),
  ...(opens.categoryId && { category: opens.categoryId }),
  ...(opens.tags && { tags: opens.tags }),
})

/** What stands in the sheet whatever the form says. */
const always = ['requester', 'customerId', 'subject', 'departmentId', 'assigneeId', 'note', 'tags']

/** What was entered, what is wrong with it, and the way to the new ticket. */
export function useNewTicket(customerId: string | undefined, opened: (number: string) => void) {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const heard = useHeard()
  const tell = useTell()
  const problemText = useProblemText()
  const files = useUploads()
  const [typed, type] = useState<Partial<Values>>(customerId ? { requester: { text: '', customerId } } : {})
  const [own, typeOwn] = useState<Readonly<Record<string, unknown>>>({})
  const [told, setTold] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  const templates = useOwnTemplates()
  const { items: categories } = useCategories()
  const template = templateFor(templates, typed.template ?? null, typed.category ?? null, categories)
  const values = useMemo(
    (): Values => ({ ...blank, ...(template && presetsOf(template)), ...typed }),
    [template, typed],
  )
  const standing = useForm(template, values, own)

  const lacking = told ? standing.missing('open', part => values[part as 'body']) : []
  const submit = async () => {
    setTold(true)
    if (busy || files.busy) return
    if (!values.subject.trim() || standing.missing('open', part => values[part as 'body']).length > 0)
      return void focusWrong()
    setBusy(true)
    setProblem(undefined)
    try {
      const fields = Object.entries(standing.shown(own)).map(([key, value]) => {
        const field = standing.definitions.find(one => one.key === key)
        return [key, field ? sentValue(field, value) : value]
      })
      const ticket = await call('ticket.open', {
        ...sent(values, files.ids),
        ...(template && { templateId: template.id }),
        fields: Object.fromEntries(fields),
      })
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
    if (paths.includes('subject') && told && !values.subject.trim()) return t('new.subjectMissing')
    const missing = paths.some(path => lacking.includes(path)) ? f('required') : undefined
    return missing ?? (isProblem(problem) ? paths.map(path => problem.at(path)).find(Boolean) : undefined)
  }
  const places = [...always, ...standing.items.flatMap(({ item }) => ('field' in item ? [item.field] : []))]
  const inPlace = isProblem(problem) && problem.fields.some(({ path }) => places.some(place => isWithin(path, place)))
  const mend = (...paths: string[]) => setProblem((old: unknown) => paths.reduce(mended, old))
  return {
    values,
    set(change: Partial<Values>) {
      type(old => ({ ...old, ...change }))
      mend(...Object.keys(change))
    },
    setOwn(key: string, value: unknown) {
      typeOwn(old => ({ ...old, [key]: value }))
      mend(`fields.${key}`)
    },
    template,
    templates,
    standing,
    files,
    at,
    /** Of the desk's own fields, by the exact path. */
    wrongAt: (path: string) => (lacking.includes(path) ? f('required') : wrongAt(problem, path)),
    busy,
    dirty:
      Boolean(typed.subject || typed.body || typed.requester?.text) || Object.values(own).some(value => value !== null),
    problem: problem === undefined || inPlace ? undefined : problemText(problem),
    submit: () => void submit(), // shows its own problem
  }
}

/** The template's form over what was entered, with what is usual where nothing was. */
function useForm(template: TemplateRecord | undefined, values: Values, own: Readonly<Record<string, unknown>>) {
  const { agent } = useMe()
  const definitions = useFields('ticket')
  const customerId = values.requester.customerId ?? ''
  const { data: customer } = useAsk('customer.get', { id: customerId }, { enabled: customerId !== '', fresh: 30_000 })
  const usual = useMemo(() => usualValues(definitions, agent.id, new Date()), [definitions, agent.id])
  const { subject, channel, urgency, requestType, category, target, tags } = values
  const record = useMemo(
    () => ({
      subject,
      channel,
      urgency,
      requestType,
      categoryId: category,
      templateId: template?.id ?? null,
      departmentId: target?.departmentId ?? null,
      assigneeId: target?.assigneeId ?? null,
      customerId: customerId || null,
      customer: { level: customer?.level ?? null },
      creatorId: agent.id,
      tags,
      status: 'new',
      open: true,
      runState: 'running',
    }),
    [subject, channel, urgency, requestType, category, template, target, customerId, customer, agent.id, tags],
  )
  const all = useMemo(() => ({ ...usual, ...own }), [usual, own])
  return useStanding('ticket', template?.form ?? basicForm, record, all)
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
    ...(values.appointmentAt && { appointmentAt: values.appointmentAt }),
    attachmentIds,
  }
}
