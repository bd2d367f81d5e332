import type { LoggedEvent } from '../../kernel/log/event.ts'
import { type Folded, fold } from './fold.ts'
import type { Fact, Life, OwnKeys, Stretch } from './life.ts'

export type FactOfTicket = Fact & { ticketId: string; seq: number }
export type StretchOfTicket = Stretch & { ticketId: string }
export type LifeOfTicket = Life & { seq: number }

type Event = Pick<LoggedEvent, 'seq' | 'topic_id' | 'type' | 'at' | 'actor_kind' | 'payload'>

/**
 * Many tickets' events taken in one after another, and what has come of them. Events before `keptFrom` tell of no kept
 * promise: there a first answer that was not late stands for one.
 */
export class History {
  readonly facts: FactOfTicket[] = []
  readonly stretches: StretchOfTicket[] = []
  /** The tickets that something was taken in of. */
  readonly moved = new Map<string, LifeOfTicket>()
  readonly #zone: string
  readonly #keptFrom: number
  readonly #own: OwnKeys
  readonly #known: ReadonlyMap<string, Life>

  constructor(zone: string, own: OwnKeys, keptFrom: number, known: ReadonlyMap<string, Life> = new Map()) {
    this.#zone = zone
    this.#own = own
    this.#keptFrom = keptFrom
    this.#known = known
  }

  take(event: Event): void {
    const folded = this.#fold(event)
    if (folded && event.seq < this.#keptFrom && answersInTime(folded)) this.#fold({ ...event, ...keptResponse })
  }

  #fold(event: Event): Folded | undefined {
    const ticketId = event.topic_id
    const folded = fold(this.moved.get(ticketId) ?? this.#known.get(ticketId), event, this.#zone, this.#own)
    if (!folded) return undefined
    for (const fact of folded.facts) this.facts.push({ ...fact, ticketId, seq: event.seq })
    for (const stretch of folded.stretches) this.stretches.push({ ...stretch, ticketId })
    this.moved.set(ticketId, { ...folded.life, seq: event.seq })
    return folded
  }
}

const answersInTime = ({ facts, life }: Folded): boolean =>
  facts.some(({ kind }) => kind === 'responded') && !life.missed.includes('response')

const keptResponse = { type: 'clock.met', payload: { clock: 'response', late: false } }
