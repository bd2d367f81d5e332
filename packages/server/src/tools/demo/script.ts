import type { VerbName } from '@baton/contract'
import type { Player } from './cast.ts'

/** Somebody does something at a moment. The ticket's id is filled in when it is played. */
export interface Act {
  at: number
  /** `desk`: what Baton does by itself. */
  by: Player | 'customer' | 'desk'
  verb: VerbName
  input: Record<string, unknown>
}

/** The acts of one story in their order: nobody acts before what came before. */
export class Script {
  readonly acts: Act[] = []
  #now: number

  constructor(openedAt: number) {
    this.#now = openedAt
  }

  get now(): number {
    return this.#now
  }

  /** Says that nothing happens until then. */
  waitUntil(time: number): void {
    this.#now = Math.max(this.#now, time)
  }

  does(at: number, by: Act['by'], verb: VerbName, input: Record<string, unknown> = {}): void {
    this.#now = Math.max(at, this.#now + 1000)
    this.acts.push({ at: this.#now, by, verb, input })
  }
}
