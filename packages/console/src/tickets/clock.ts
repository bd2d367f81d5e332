import type { TicketRecord } from '@baton/contract'

export type Card = 'red' | 'yellow' | null

export interface Due {
  /** Seconds that are left; below zero, how long it is over. */
  left: number
  /** What is left of the whole, 1 to 0. */
  share: number
  card: Card
  paused: boolean
}

type Timed = Pick<TicketRecord, 'dueAt' | 'breachedAt' | 'clocks' | 'runState'>

/** A yellow card from here on: an eighth of the target, at least ten minutes before the end. */
const warnShare = 1 / 8
const warnSeconds = 600

/** How the ticket's nearest target stands now; undefined where none runs. */
export function dueOf(ticket: Timed, now: number): Due | undefined {
  const clock = ticket.clocks.find(
    one => (one.state === 'running' || one.state === 'paused') && one.dueAt === ticket.dueAt,
  )
  const running = clock ?? ticket.clocks.find(one => one.state === 'running' || one.state === 'paused')
  const dueAt = running?.dueAt ?? ticket.dueAt
  if (!dueAt) return undefined
  const paused = ticket.runState === 'paused' || running?.state === 'paused'
  const whole = running?.targetSeconds ?? 86_400
  const left = paused && running ? whole - running.usedSeconds : (Date.parse(dueAt) - now) / 1000
  return { left, share: left / whole, card: cardOf(left, whole, ticket.breachedAt !== null), paused }
}

function cardOf(left: number, whole: number, breached: boolean): Card {
  if (breached || left <= 0) return 'red'
  return left <= Math.max(whole * warnShare, Math.min(warnSeconds, whole / 2)) ? 'yellow' : null
}
