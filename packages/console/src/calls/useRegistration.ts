import type { TicketRecord, VerbSent } from '@baton/contract'
import { useSay } from '@baton/ui'
import { useEffect, useRef, useState } from 'react'
import { focusWrong } from '../forms/focus-wrong.ts'
import { useHeard } from '../live/Live.tsx'
import { call } from '../session/api.ts'
import { isProblem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useSettled } from '../tickets/new/settled.ts'
import type { CallDraft, Values } from './draft.ts'
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
  departmentId: 'target',
  assigneeId: 'target',
  subject: 'subject',
  body: 'body',
  result: 'result',
  'fields.orderNo': 'orderNo',
  'fields.productModel': 'productModel',
  'fields.remarks': 'remarks',
}

export type Form = ReturnType<typeof useRegistration>

/** The call is kept as soon as it is known whose it is; with the last press it becomes a ticket, or a part of one. */
export function useRegistration(draft: CallDraft, change: (patch: Partial<CallDraft>) => void) {
  const { t } = useCallWords()
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

  const submit = async (way: Way) => {
    setMissing(true)
    if (busy) return
    if (Object.values(wanting(values, way)).some(Boolean)) return void focusWrong()
    setBusy(way)
    setProblem(undefined)
    try {
      const callId = await keep()
      const ticket = await send(way, values, callId, once)
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
  const told = isProblem(problem) ? problem.fields.filter(({ path }) => places[path]) : []
  return {
    values,
    set,
    way,
    busy,
    done,
    problem: problem === undefined || told.length > 0 ? undefined : problemText(problem),
    at(field: keyof Values) {
      const want = wants[field]
      return want ? t(want) : told.find(({ path }) => places[path] === field)?.detail
    },
    submit: (as: Way = way) => void submit(as), // shows its own problem
    leave,
  }
}

type Once = (name: string, input: object) => string

async function send(way: Way, values: Values, callId: string, once: Once): Promise<TicketRecord> {
  if (way === 'appended') {
    const input = { ticketId: values.appendTo?.id ?? '', callId, direction: 'in' as const, body: values.body }
    return call('ticket.recordCall', input, once('ticket.recordCall', input))
  }
  const matter = matterOf(values, callId)
  if (way === 'answered') {
    const input = { ...matter, result: values.result.trim() }
    return call('ticket.openAnswered', input, once('ticket.openAnswered', input))
  }
  const input = { ...matter, ...values.target }
  return call('ticket.open', input, once('ticket.open', input))
}

function matterOf(values: Values, callId: string): VerbSent<'ticket.open'> {
  const { number, customer, name, salutation, requestType, urgency, category, subject, body } = values
  const remarks = { orderNo: values.orderNo, productModel: values.productModel, remarks: values.remarks }
  const given = Object.entries(remarks).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()] as const] : []))
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
    fields: Object.fromEntries(given),
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
