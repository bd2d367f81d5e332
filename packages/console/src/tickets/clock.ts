import type { SlaTarget, TicketRecord } from '@baton/contract'

export type TicketClock = TicketRecord['clocks'][number]
export type Card = 'red' | 'yellow'

export interface Due {
  /** Seconds that are left; below zero, how long it is over. Of one that stands still, working seconds. */
  left: number
  /** What is left of the whole, 1 to 0. */
  share: number
  card: Card | null
  paused: boolean
  /** When it is due; null while it stands still, for nobody knows when it will go on. */
  at: string | null
  target: SlaTarget
}

type Timed = Pick<TicketRecord, 'clocks' | 'runState'>
type Promised = Pick<
  TicketClock,
  'target' | 'state' | 'dueAt' | 'warnsAt' | 'warnedAt' | 'breachedAt' | 'targetSeconds' | 'usedSeconds'
>

/** How the ticket's nearest clock stands now; undefined where there is none. */
export function dueOf({ clocks, runState }: Timed, now: number): Due | undefined {
  const clock = nearestOf(clocks)
  if (!clock) return undefined
  // What is just being paused shows so before the server has stopped its clocks.
  return standingOf(runState === 'paused' ? { ...clock, state: 'paused' } : clock, now)
}

/** The one that runs and is due first; while none runs, of those that stand still the one with the least left. */
export function nearestOf<C extends Promised>(clocks: readonly C[]): C | undefined {
  const running = clocks.filter(({ state }) => state === 'running')
  if (running.length > 0) return running.reduce((a, b) => (Date.parse(b.dueAt) < Date.parse(a.dueAt) ? b : a))
  const paused = clocks.filter(({ state }) => state === 'paused')
  if (paused.length > 0) return paused.reduce((a, b) => (leftOf(b) < leftOf(a) ? b : a))
  return undefined
}

/** How one clock that is not over stands at a moment. */
export function standingOf(clock: Promised, now: number): Due {
  const paused = clock.state === 'paused'
  const left = paused ? leftOf(clock) : (Date.parse(clock.dueAt) - now) / 1000
  const share = Math.max(0, Math.min(1, left / clock.targetSeconds))
  const at = paused ? null : clock.dueAt
  return { left, share, card: cardOf(clock, left, now), paused, at, target: clock.target as SlaTarget }
}

export const isActive = ({ state }: { state: string }): boolean => state === 'running' || state === 'paused'

const leftOf = ({ targetSeconds, usedSeconds }: Promised): number => targetSeconds - usedSeconds

/** Red once it is over, yellow from its own warning on: the server's marks, or the time when they are about to come. */
function cardOf({ state, breachedAt, warnedAt, warnsAt }: Promised, left: number, now: number): Card | null {
  if (breachedAt || left <= 0) return 'red'
  const isNear = state === 'running' && warnsAt !== null && Date.parse(warnsAt) <= now
  return warnedAt || isNear ? 'yellow' : null
}
