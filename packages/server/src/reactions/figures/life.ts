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
}

/** One happening to be counted. */
export interface Fact {
  kind: FactKind
  at: Date
  /** In the desk's zone. */
  day: string
  dimensions: Dimensions
  customerId: string | null
  /** Seconds of a response or a solution, or a score. */
  value: number | null
  /** How it was assigned; which target was missed; whether a response was in time. */
  word: string | null
  /** The how-manieth of its kind on its ticket. */
  nth: number
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
export const keyTextOf = ({ departmentId, assigneeId, channel, categoryIds, requestType, urgency }: Dimensions) =>
  JSON.stringify([departmentId, assigneeId, channel, categoryIds, requestType, urgency])
