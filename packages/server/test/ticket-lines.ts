import { fold } from '../src/reactions/figures/fold.ts'
import type { Fact, Life, OwnKeys, Stretch } from '../src/reactions/figures/life.ts'
import type { Happening } from '../src/reactions/figures/payload.ts'

/** A ticket's events as lines of a table, and what folding them gives. */

export const [after, tech, wang, zhao, policy] = ['a', 'b', 'c', 'd', 'e'].map(letter => letter.repeat(8)) as [
  string,
  string,
  string,
  string,
  string,
]

/** What happened, after how many minutes, by whom. */
export type Line = [minutes: number, type: string, payload?: Record<string, unknown>, actor?: string]

export const start = Date.parse('2026-11-22T02:00:00Z') // 10:00 in Shanghai

/** A desk without fields of its own. */
export const noneOwn: OwnKeys = { kept: new Set(), reported: new Set() }

export function lived(lines: readonly Line[], zone = 'Asia/Shanghai', own = noneOwn) {
  let life: Life | undefined
  const facts: Fact[] = []
  const stretches: Stretch[] = []
  for (const [minutes, type, payload = {}, actor_kind = 'person'] of lines) {
    const event: Happening = { type, at: new Date(start + minutes * 60_000), actor_kind, payload }
    const folded = fold(life, event, zone, own)
    if (!folded) continue
    life = folded.life
    facts.push(...folded.facts)
    stretches.push(...folded.stretches)
  }
  return { life, facts, stretches }
}

export const to = (departmentId: string | null, assigneeId: string | null) => ({ departmentId, assigneeId })
export const opened = (holder = to(after, null), more = {}): Line => [
  0,
  'ticket.opened',
  { channel: 'email', customerId: null, to: holder, urgency: 'normal', mode: 'manual', ...more },
]
export const moves = (...changes: [string, unknown][]) => ({
  changes: changes.map(([field, to]) => ({ field, from: null, to })),
})
export const claim = (at: number, who = wang): Line => [
  at,
  'ticket.claimed',
  { mode: 'claim', ...moves(['status', 'in_progress'], ['assigneeId', who]) },
]
export const solve = (at: number): Line => [at, 'ticket.solved', moves(['status', 'solved'])]
export const reply = (at: number, more = {}): Line => [at, 'ticket.replied', { first: true, changes: [], ...more }]
const due = (after: number) => new Date(start + after * 60_000).toISOString()
/** A card that falls at the due time: the yellow one before it, the red one. */
const card =
  (type: string) =>
  (at: number, dueAfter: number, clock = 'response', holder = to(after, wang)): Line => [
    at,
    type,
    { clock, policyId: policy, dueAt: due(dueAfter), holder },
    'system',
  ]
export const breach = card('clock.breached')
export const warn = card('clock.warned')
export const meet = (at: number, clock: string, more = {}): Line => [
  at,
  'clock.met',
  { clock, policyId: policy, dueAt: due(at), late: false, usedSeconds: at * 60, ...more },
]
export const grant = (at: number, clock: string, seconds: number): Line => [
  at,
  'ticket.extensionGranted',
  { clock, policyId: policy, seconds, note: null, askedById: wang, dueAt: due(at) },
]

export const told = ({ facts }: { facts: Fact[] }) =>
  facts.map(({ kind, value, word, nth }) => [kind, value, word, nth].filter(part => part !== null).join(' '))
