import type { Records } from '@baton/contract'

export type ExplainedClock = Records['clock']
export type Stretch = ExplainedClock['stretches'][number]

/** `over`: it ran on after it was due. */
export type PartKind = 'running' | 'paused' | 'shut' | 'over'

/** A piece of a clock's picture in one state. Epoch milliseconds. */
export interface Part {
  from: number
  to: number
  kind: PartKind
  /** Not there yet: how it goes on until it is due. */
  ahead: boolean
}

/** A moment that the picture points at. */
export interface Mark {
  at: number
  kind: 'yellow' | 'red' | 'due' | 'now'
}

export interface Picture {
  from: number
  to: number
  parts: Part[]
  marks: Mark[]
}

/** What the calendar has to come. */
export interface Coming {
  from: number
  to: number
  open: boolean
}

/** A clock from its start until now or its end and, of one that runs, until it is due. Pure. */
export function pictureOf(clock: ExplainedClock, coming: readonly Coming[]): Picture {
  const from = Date.parse(clock.startedAt)
  const told = toldUntil(clock)
  const missed = missedAt(clock)
  const past = clock.stretches.flatMap(partsOf).flatMap(part => splitAt(part, missed))
  const ahead = coming.map(({ open, ...part }): Part => ({ ...part, kind: open ? 'running' : 'shut', ahead: true }))
  const parts = [...past, ...ahead]
  const to = Math.max(told, parts.at(-1)?.to ?? told)
  return { from, to, parts, marks: marksOf(clock, told, missed).filter(({ at }) => at >= from && at <= to) }
}

/** Until when it is told: its end, or the moment at which it was asked for. */
export function toldUntil({ stretches, endedAt, startedAt }: ExplainedClock): number {
  return Date.parse(stretches.at(-1)?.to ?? endedAt ?? startedAt)
}

export interface Sums {
  running: number
  paused: number
  shut: number
}

/** How long it ran, stood still, and waited for working hours, in seconds. By what is told, for not every night is drawn. */
export function sumsOf(stretches: readonly Stretch[]): Sums {
  const sums = { running: 0, paused: 0, shut: 0 }
  for (const { from, to, state, seconds } of stretches) {
    const whole = (Date.parse(to) - Date.parse(from)) / 1000
    if (state === 'paused') sums.paused += whole
    else {
      sums.running += seconds
      sums.shut += Math.max(0, whole - seconds)
    }
  }
  return sums
}

/**
 * Where a moment stands in the picture, from 0 to 1. Every part gets at least a sliver, so that ten minutes before a
 * weekend can still be seen; many parts share what slivers may take in all.
 */
export function placeIn({ from, to, parts }: Picture): (at: number) => number {
  const whole = Math.max(1, to - from)
  const least = Math.min(sliver, slivers / Math.max(1, parts.length))
  const widths = parts.map(part => Math.max(least, (part.to - part.from) / whole))
  const sum = widths.reduce((a, b) => a + b, 0) || 1
  return at => {
    let left = 0
    for (const [index, part] of parts.entries()) {
      const width = (widths[index] ?? 0) / sum
      if (at < part.to) return left + width * Math.max(0, (at - part.from) / (part.to - part.from))
      left += width
    }
    return Math.min(1, left)
  }
}

const sliver = 0.012
const slivers = 0.3

/** A stretch that ran, cut where nobody was at work. */
function partsOf({ from, to, state, shut }: Stretch): Part[] {
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  if (state === 'paused') return [{ from: begin, to: end, kind: 'paused', ahead: false }]
  const parts: Part[] = []
  let at = begin
  const until = (next: number, kind: PartKind) => {
    if (next > at) parts.push({ from: at, to: next, kind, ahead: false })
    at = Math.max(at, next)
  }
  for (const part of shut) {
    until(Date.parse(part.from), 'running')
    until(Date.parse(part.to), 'shut')
  }
  until(end, 'running')
  return parts
}

function splitAt(part: Part, missed: number | null): Part[] {
  if (missed === null || part.kind !== 'running' || part.to <= missed) return [part]
  if (part.from >= missed) return [{ ...part, kind: 'over' }]
  return [
    { ...part, to: missed },
    { ...part, from: missed, kind: 'over' },
  ]
}

/** The red card, or the due time that has passed and that the server has not looked at yet. */
function missedAt(clock: ExplainedClock): number | null {
  if (clock.breachedAt) return Date.parse(clock.breachedAt)
  const due = Date.parse(clock.dueAt)
  return clock.state === 'running' && due <= toldUntil(clock) ? due : null
}

/** One that stands still is due at a time that nobody knows yet. */
function marksOf(clock: ExplainedClock, told: number, missed: number | null): Mark[] {
  const { state, warnedAt, warnsAt, dueAt } = clock
  const runs = state === 'running'
  const yellow = warnedAt ?? (runs ? warnsAt : null)
  const due = Date.parse(dueAt)
  const marks: Mark[] = []
  if (yellow) marks.push({ at: Date.parse(yellow), kind: 'yellow' })
  if (missed !== null) marks.push({ at: missed, kind: 'red' })
  if (state !== 'paused' && due !== missed) marks.push({ at: due, kind: 'due' })
  if (runs || state === 'paused') marks.push({ at: told, kind: 'now' })
  return marks.sort((a, b) => a.at - b.at)
}
