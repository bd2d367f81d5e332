import type { CallDirection, Records, Urgency } from '@baton/contract'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Target } from '../people/HolderPicker.tsx'

export type CallRecord = Records['call']

/** What was entered about a call. */
export interface Values {
  number: string
  customer: { id: string; name: string } | null
  name: string
  salutation: 'mr' | 'ms' | null
  /** An open ticket that the call belongs to, instead of a new one. */
  appendTo: { id: string; number: string } | null
  requestType: string | null
  urgency: Urgency
  category: string | null
  target: Target | null
  subject: string
  body: string
  tags: string[]
  appointmentAt: string | null
  /** Chosen by hand; null: the category's, or the usual one. */
  template: string | null
  /** Whose presets stand in it. */
  presetFrom: string | null
  /** The desk's own fields, by key. */
  fields: Readonly<Record<string, unknown>>
  onSpot: boolean
  result: string
}

/** A call that is being registered; kept while its window lives, so that a reload or other work loses nothing. */
export interface CallDraft {
  key: string
  /** Known once the server keeps the call. */
  callId?: string
  direction: CallDirection
  startedAt: string
  /** The missed call that this one answers. */
  answersId?: string
  values: Values
  /** It was registered, and is only read out now. */
  finished?: boolean
}

/** What is known when a registration begins. */
export interface Beginning {
  call?: CallRecord
  answers?: CallRecord
  direction?: CallDirection
  number?: string
  customer?: { id: string; name: string }
}

export const emptyValues: Values = {
  number: '',
  customer: null,
  name: '',
  salutation: null,
  appendTo: null,
  requestType: null,
  urgency: 'normal',
  category: null,
  target: null,
  subject: '',
  body: '',
  tags: [],
  appointmentAt: null,
  template: null,
  presetFrom: null,
  fields: {},
  onSpot: false,
  result: '',
}

/** Whether anything would be lost with it. */
export const isPristine = ({ callId, values }: CallDraft): boolean =>
  callId === undefined && JSON.stringify({ ...values, presetFrom: null }) === JSON.stringify(emptyValues)

/** The values with what a template begins with, where nothing else was entered; what an earlier one put there goes. */
export function withPresets(values: Values, { id, opens }: Preset, earlier: Preset | undefined): Values {
  const presets = presetsOf(opens)
  const before = { ...pickOf(emptyValues), ...(earlier && presetsOf(earlier.opens)) }
  const fresh = Object.entries({ ...pickOf(emptyValues), ...presets }).filter(
    ([key]) => values[key as PresetKey] === before[key as PresetKey],
  )
  return { ...values, ...Object.fromEntries(fresh), presetFrom: id }
}

type PresetKey = 'subject' | 'body' | 'urgency' | 'requestType' | 'category'
export interface Preset {
  id: string
  opens: Records['template']['opens']
}

const pickOf = ({ subject, body, urgency, requestType, category }: Values): Pick<Values, PresetKey> => ({
  subject,
  body,
  urgency,
  requestType,
  category,
})

const presetsOf = ({
  subject,
  body,
  urgency,
  requestType,
  categoryId,
}: Preset['opens']): Partial<Pick<Values, PresetKey>> => ({
  ...(subject !== undefined && { subject }),
  ...(body !== undefined && { body }),
  ...(urgency && { urgency }),
  ...(requestType && { requestType }),
  ...(categoryId && { category: categoryId }),
})

/** One that is begun by hand; there is one at a time. */
const byHand = 'hand'

export function draftFrom({ call, answers, direction, number, customer }: Beginning): CallDraft {
  const known = call ?? answers
  const who = customer ?? (known?.customer && { id: known.customer.id, name: known.customer.name })
  return {
    key: call?.id ?? (answers ? `back:${answers.id}` : customer ? `to:${customer.id}` : byHand),
    ...(call && { callId: call.id }),
    ...(answers && { answersId: answers.id }),
    direction: call?.direction ?? (answers ? 'out' : (direction ?? 'in')),
    startedAt: call ? (call.answeredAt ?? call.startedAt) : new Date().toISOString(),
    values: { ...emptyValues, number: number ?? known?.number ?? '', customer: who ?? null },
  }
}

interface Kept {
  drafts: CallDraft[]
  /** The one whose sheet is open. */
  open: string | null
}

const nothing: Kept = { drafts: [], open: null }

/** The registrations of this window and person; they outlive a reload, and end with the window. */
export function useDrafts(agentId: string) {
  const place = `baton.calls.${agentId}`
  const [kept, set] = useState<Kept>(() => read(place))
  useEffect(() => {
    if (kept.drafts.length > 0) sessionStorage.setItem(place, JSON.stringify(kept))
    else sessionStorage.removeItem(place)
  }, [place, kept])
  const begin = useCallback((beginning: Beginning) => {
    const fresh = draftFrom(beginning)
    set(({ drafts }) => {
      const known = drafts.find(draft => draft.key === fresh.key || (fresh.callId && draft.callId === fresh.callId))
      const useful = known && !(known.key === byHand && isPristine(known))
      return useful
        ? { drafts, open: known.key }
        : { drafts: [...drafts.filter(({ key }) => key !== fresh.key), fresh], open: fresh.key }
    })
  }, [])
  const change = useCallback((key: string, patch: Partial<CallDraft>) => {
    set(({ drafts, open }) => ({
      drafts: drafts.map(draft => (draft.key === key ? { ...draft, ...patch } : draft)),
      open,
    }))
  }, [])
  const show = useCallback((key: string | null) => set(({ drafts }) => ({ drafts, open: key })), [])
  const drop = useCallback((key: string) => {
    set(({ drafts, open }) => ({
      drafts: drafts.filter(draft => draft.key !== key),
      open: open === key ? null : open,
    }))
  }, [])
  return useMemo(() => ({ ...kept, begin, change, show, drop }), [kept, begin, change, show, drop])
}

function read(place: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Kept | null
    if (!kept || !Array.isArray(kept.drafts)) return nothing
    // What was begun before an update lacks what came with it.
    const drafts = kept.drafts
      .filter(({ finished }) => !finished)
      .map(draft => ({ ...draft, values: { ...emptyValues, ...draft.values } }))
    return { drafts, open: drafts.some(({ key }) => key === kept.open) ? kept.open : null }
  } catch {
    return nothing
  }
}
