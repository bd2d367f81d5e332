import type { FactKind } from '@baton/contract'

/** What a fact is told apart by, as it stood at that moment. */
export interface Dimensions {
  departmentId: string | null
  assigneeId: string | null
  channel: string
  /** From the root down to the ticket's own; empty without one. */
  categoryIds: readonly string[]
  requestType: string | null
  urgency: string
  /** Of a promise's facts: the policy that had made it. */
  policyId?: string
  /** The desk's own fields that are reported, by key; left out without any. */
  fields?: Readonly<Record<string, unknown>>
}

/** The desk's own fields: those remembered of a ticket, and those of them that tell its facts apart. */
export interface OwnKeys {
  kept: ReadonlySet<string>
  reported: ReadonlySet<string>
}

/** One happening to be counted. */
export interface Fact {
  kind: FactKind
  at: Date
  /** In the desk's zone. */
  day: string
  dimensions: Dimensions
  customerId: string | null
  /** Seconds of a response, a solution or a kept promise, seconds granted, or a score. */
  value: number | null
  /** How it was assigned; the target of a promise. */
  word: string | null
  /** The how-manieth of its kind on its ticket. */
  nth: number
}

/** A fact as its event tells it; what is left out is the event's and the ticket's own. */
export interface Told {
  kind: FactKind
  at?: Date
  value?: number | null
  word?: string | null
  dimensions?: Dimensions
}

/** Days through whose ends a ticket lay open under the same dimensions: from `from` until before `to`. */
export interface Stretch {
  from: string
  to: string
  dimensions: Dimensions
  customerId: string | null
}

/** A ticket as the events so far have left it. Times are epoch milliseconds, for it is kept as JSON. */
export interface Life {
  dimensions: Dimensions
  customerId: string | null
  /** The desk's own fields, also those that are not reported: one that is marked later is known at once. */
  own?: Readonly<Record<string, unknown>>
  status: string
  createdAt: number
  /** Since which day it has been open under these dimensions; null when it is not open. */
  openSince: string | null
  /** When somebody was given it, in this cycle. */
  assignedAt: number | null
  /** When somebody took it up, in this cycle. */
  acceptedAt: number | null
  pausedAt: number | null
  /** Milliseconds paused since it was taken up, or given. */
  paused: number
  /** Targets missed so far. */
  missed: readonly string[]
  /** How many facts of each kind there are. */
  counts: Readonly<Partial<Record<FactKind, number>>>
}

export const begun = (createdAt: number, dimensions: Dimensions, customerId: string | null): Life => ({
  dimensions,
  customerId,
  status: dimensions.assigneeId ? 'assigned' : 'new',
  createdAt,
  openSince: null,
  assignedAt: null,
  acceptedAt: null,
  pausedAt: null,
  paused: 0,
  missed: [],
  counts: {},
})

export const sameDimensions = (a: Dimensions, b: Dimensions): boolean => keyTextOf(a) === keyTextOf(b)

/** The same text for the same values, whatever object they come in. */
export function keyTextOf(dimensions: Dimensions): string {
  const { departmentId, assigneeId, channel, categoryIds, requestType, urgency, policyId, fields } = dimensions
  const all = [departmentId, assigneeId, channel, categoryIds, requestType, urgency]
  if (fields) return JSON.stringify([...all, policyId ?? null, Object.entries(fields).sort(byKey)])
  return JSON.stringify(policyId ? [...all, policyId] : all)
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
