import type { Presence } from '@baton/contract'
import { type DispatchDecision, type DispatchReason, type DispatchStep, dispatchSteps, fold } from '@baton/contract'

/** What a ticket asks for: all of these skills, and so much of a capacity. */
export interface Wanted {
  skills: readonly string[]
  weight: number
}

/** Somebody who might take it, as they stand now. */
export interface Candidate {
  agentId: string
  /** Where they would have it. */
  departmentId: string
  step: DispatchStep
  presence: Presence
  skills: readonly string[]
  capacity: number
  load: number
  /** Whether their roles let them take up what they are given. */
  mayHandle: boolean
  /** When they last got a ticket, in milliseconds; 0 for never. */
  lastAt: number
}

type Rejected = DispatchDecision['rejected'][number]

/**
 * The person for a ticket (R-095…R-099): who may, has the skills, is ready and has room; of these the one with the
 * least in hand relative to the capacity, among equals whoever has waited longest for a ticket. First in the department
 * itself; when everybody there is full or away from the desk, in those beside it, then in the default one (requirements
 * 0.5). While all of the department's own are signed out, it waits for them.
 */
export function choose(wanted: Wanted, candidates: readonly Candidate[]): DispatchDecision {
  const judged = candidates.map(candidate => ({ candidate, why: whyNot(candidate, wanted) }))
  const own = judged.filter(
    ({ candidate, why }) => candidate.step === 'department' && why !== 'right' && why !== 'skill',
  )
  const offDuty = own.length > 0 && own.every(({ why }) => why === 'offline')
  const steps = offDuty ? dispatchSteps.slice(0, 1) : dispatchSteps
  const looked = judged.filter(({ candidate }) => steps.includes(candidate.step))
  const able = looked
    .filter(({ why }) => why === undefined)
    .map(({ candidate }) => candidate)
    .sort(nearer)
  const [chosen = null] = able
  const others: Rejected[] = able.slice(1).map(other => ({ ...shown(other), why: behind(other, chosen as Candidate) }))
  const unable = looked.flatMap(({ candidate, why }) => (why ? [{ ...candidate, why }] : []))
  const here = unable.filter(({ presence }) => presence !== 'offline').sort((a, b) => rankOf(a) - rankOf(b))
  return {
    skills: [...wanted.skills],
    weight: wanted.weight,
    chosen: chosen && shown(chosen),
    offDuty,
    rejected: [...others, ...here.map(one => ({ ...shown(one), why: one.why }))].slice(0, mostShown),
    counts: countsOf([...others, ...unable]),
  }
}

const mostShown = 20

/** Why somebody cannot take it now; undefined when they can. */
export function whyNot(candidate: Candidate, { skills, weight }: Wanted): DispatchReason | undefined {
  if (!candidate.mayHandle) return 'right'
  const good = new Set(candidate.skills.map(fold))
  if (!skills.every(skill => good.has(fold(skill)))) return 'skill'
  if (candidate.presence !== 'ready') return candidate.presence
  return candidate.load + weight > candidate.capacity ? 'full' : undefined
}

const stepOf = ({ step }: { step: DispatchStep }): number => dispatchSteps.indexOf(step)
/** Of a capacity that is at least 1, or the person would be full. */
const shareOf = ({ load, capacity }: { load: number; capacity: number }): number => load / capacity

const nearer = (a: Candidate, b: Candidate): number =>
  stepOf(a) - stepOf(b) || shareOf(a) - shareOf(b) || a.lastAt - b.lastAt || (a.agentId < b.agentId ? -1 : 1)

const behind = (other: Candidate, chosen: Candidate): DispatchReason =>
  stepOf(other) === stepOf(chosen) && shareOf(other) === shareOf(chosen) ? 'later' : 'busier'

const order: readonly DispatchReason[] = ['full', 'busy', 'break', 'away', 'skill', 'right']
const rankOf = (rejected: Pick<Rejected, 'step' | 'why'>): number =>
  stepOf(rejected) * order.length + order.indexOf(rejected.why)

const shown = ({ agentId, departmentId, step, load, capacity }: Candidate) => ({
  agentId,
  departmentId,
  step,
  load,
  capacity,
})

function countsOf(rejected: readonly Pick<Rejected, 'why'>[]): DispatchDecision['counts'] {
  const counts: DispatchDecision['counts'] = {}
  for (const { why } of rejected) counts[why] = (counts[why] ?? 0) + 1
  return counts
}
