import { isFormField, type TicketRecord, type VerbSent } from '@baton/contract'
import { useSay } from '@baton/ui'
import { useEffect, useRef, useState } from 'react'
import { isWithin, wrongAt } from '../fields/wrongs.ts'
import { focusWrong } from '../forms/focus-wrong.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useHeard } from '../live/Live.tsx'
import { call } from '../session/api.ts'
import { isProblem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useSettled } from '../tickets/new/settled.ts'
import type { CallDraft, Values } from './draft.ts'
import { useMatter } from './useMatter.ts'
import { type Way, wanting } from './wanting.ts'
import { useCallWords } from './words/index.ts'

export interface Done {
  way: Way
  ticket: TicketRecord
}

/** What the server names, and the field that shows it. */
const places: Record<string, keyof Values> = {
  number: 'number',
  'requester.phone': 'number',
  'requester.name': 'name',
  customerId: 'number',
  category: 'category',
  requestType: 'requestType',
  appointmentAt: 'appointmentAt',
  departmentId: 'target',
  assigneeId: 'target',
  subject: 'subject',
  body: 'body',
  result: 'result',
}

export type Form = ReturnType<typeof useRegistration>

/** The call is kept as soon as it is known whose it is; with the last press it becomes a ticket, or a part of one. */
export function useRegistration(draft: CallDraft, change: (patch: Partial<CallDraft>) => void) {
  const { t } = useCallWords()
  const { t: f } = useFormWords()
  const heard = useHeard()
  const say = useSay()
  const problemText = useProblemText()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState<Way>()
  const [problem, setProblem] = useState<unknown>()
  const [done, setDone] = useState<Done>()
  const { values } = draft
  const set = (patch: Partial<Values>) => {
    change({ values: { ...values, ...patch } })
    setProblem(undefined)
  }
  const keep = useKept(draft, change)
  const once = useOnce()
  const asked = useMatter(draft, change)
  const { standing } = asked
  const partAt = (part: string) => values[part as 'body']
  const lacking = (as: Way) => (as === 'appended' ? [] : standing.missing(as === 'answered' ? 'solve' : 'open', partAt))

  const submit = async (way: Way) => {
    setMissing(true)
    if (busy) return
    if (Object.values(wanting(values, way)).some(Boolean) || lacking(way).length > 0) return void focusWrong()
    setBusy(way)
    setProblem(undefined)
    try {
      const callId = await keep()
      const ticket = await send(way, { ...values, fields: asked.sent() }, asked.template?.id, callId, once)
      heard([
        { kind: 'ticket', id: ticket.id, version: ticket.version },
        { kind: 'call', id: callId, version: 0 },
      ])
      setDone({ way, ticket })
      change({ finished: true })
    } catch (error) {
      setProblem(error)
      focusWrong()
    } finally {
      setBusy(undefined)
    }
  }
  /** Ends the call and says that nothing came of it: nobody was reached, or nothing needs doing. */
  const leave = async (reached: boolean) => {
    try {
      const callId = reached ? draft.callId : await keep()
      if (callId) {
        await call('call.end', { callId, reached })
        if (reached) await call('call.dismiss', { callId })
        heard([{ kind: 'call', id: callId, version: 0 }])
      }
      say({ title: t(reached ? 'sheet.dropped' : 'sheet.didNotReach') })
      return true
    } catch (error) {
      setProblem(error)
      return false
    }
  }
  const way: Way = values.appendTo ? 'appended' : values.onSpot ? 'answered' : 'opened'
  const wants: ReturnType<typeof wanting> = missing ? wanting(values, way) : {}
  const empty = missing ? lacking(way) : []
  const isShown = (path: string) =>
    places[path] !== undefined || standing.items.some(({ item }) => isFormField(item) && isWithin(path, item.field))
  const told = isProblem(problem) ? problem.fields.filter(({ path }) => isShown(path)) : []
  return {
    values,
    set,
    way,
    busy,
    done,
    problem: problem === undefined || told.length > 0 ? undefined : problemText(problem),
    ...asked,
    setOwn: (key: string, value: unknown) => set({ fields: { ...values.fields, [key]: value } }),
    /** Of the desk's own fields, by the exact path. */
    wrongAt: (path: string) => (empty.includes(path) ? f('required') : wrongAt(problem, path)),
    at(field: keyof Values) {
      const want = wants[field]
      return want
        ? t(want)
        : empty.includes(field)
          ? f('required')
          : told.find(({ path }) => places[path] === field)?.detail
    },
    submit: (as: Way = way) => void submit(as), // shows its own problem
    leave,
  }
}

type Once = (name: string, input: object) => string

async function send(
  way: Way,
  values: Values,
  templateId: string | undefined,
  callId: string,
  once: Once,
): Promise<TicketRecord> {
  if (way === 'appended') {
    const input = { ticketId: values.appendTo?.id ?? '', callId, direction: 'in' as const, body: values.body }
    return call('ticket.recordCall', input, once('ticket.recordCall', input))
  }
  const matter = { ...matterOf(values, callId), ...(templateId && { templateId }) }
  if (way === 'answered') {
    const input = { ...matter, result: values.result.trim() }
    return call('ticket.openAnswered', input, once('ticket.openAnswered', input))
  }
  const input = { ...matter, ...values.target }
  return call('ticket.open', input, once('ticket.open', input))
}

function matterOf(values: Values, callId: string): VerbSent<'ticket.open'> {
  const { number, customer, name, salutation, requestType, urgency, category, subject, body } = values
  return {
    callId,
    channel: 'phone',
    ...(customer
      ? { customerId: customer.id }
      : {
          requester: {
            ...(number.trim() && { phone: number.trim() }),
            ...(name.trim() && { name: name.trim() }),
            ...(salutation && { salutation }),
          },
        }),
    subject: subject.trim(),
    ...(body.trim() && { body }),
    urgency,
    ...(requestType && { requestType }),
    ...(category && { category }),
    ...(values.template && { templateId: values.template }),
    ...(values.appointmentAt && { appointmentAt: values.appointmentAt }),
    fields: values.fields,
    tags: values.tags,
  }
}

/** A press that is repeated because nobody answered is the same press; with other words it is another one. */
function useOnce(): Once {
  const last = useRef({ text: '', key: '' })
  return (name, input) => {
    const text = JSON.stringify([name, input])
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() }
    return last.current.key
  }
}

/** Has the server keep the call, once: by itself when the number stands still, at the latest with the last press. */
function useKept(draft: CallDraft, change: (patch: Partial<CallDraft>) => void): () => Promise<string> {
  const heard = useHeard()
  const starting = useRef<Promise<string>>(undefined)
  const { callId, values, direction, startedAt, answersId } = draft
  const number = values.number.trim()
  const keep = () => {
    if (callId) return Promise.resolve(callId)
    starting.current ??= start().catch((error: unknown) => {
      starting.current = undefined
      throw error
    })
    return starting.current
  }
  const start = async () => {
    const { id, version } = await call('call.start', {
      ...(number && { number }),
      ...(answersId ? { answersId } : { direction }),
      startedAt,
    })
    change({ callId: id })
    heard([{ kind: 'call', id, version }])
    return id
  }
  const settled = useSettled(number, 900)
  const ready = settled.length >= 7 && settled === number
  const latest = useRef(keep)
  latest.current = keep
  useEffect(() => {
    if (ready && !callId) latest.current().catch(() => undefined) // a number that is none is told when it is submitted
  }, [ready, callId])
  return keep
}
