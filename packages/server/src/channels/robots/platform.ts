import type { Pace } from '../../kernel/deliveries/index.ts'
import type { RobotRequest } from '../../records/robots/index.ts'

/** A platform's robots: how a message is said to one, and what its answer means. */
export interface Platform {
  /** For each robot, over all processes. */
  paces: readonly Pace[]
  /** The call that says it. */
  say(words: Saying): { url: string; body: unknown }
  /** What the platform says about itself in an answer that is JSON: taken, or why not. */
  hear(answer: Readonly<Record<string, unknown>>): Heard
}

export interface Saying extends Pick<RobotRequest, 'title' | 'text' | 'url'> {
  webhook: string
  secret: string | undefined
  keyword: string | undefined
  /** By the kind's own options. */
  format: string
  /** What the link is called. */
  linkWord: string
  now: Date
}

/**
 * `taken`; `never`: it will not be taken however often it is said; `later`: not now, and nothing of this robot for `rest`
 * seconds; `strange`: not an answer of this platform.
 */
export type Heard =
  | { as: 'taken' }
  | { as: 'never'; why: string }
  | { as: 'later'; why: string; rest: number }
  | { as: 'strange' }

/** By the platform's code: `never` and `later` as documented; any other refusal may pass. */
export function heard(
  code: unknown,
  message: unknown,
  { never, later }: { never: ReadonlySet<number>; later: ReadonlyMap<number, number> },
): Heard {
  if (typeof code !== 'number') return { as: 'strange' }
  if (code === 0) return { as: 'taken' }
  const why = `${code} ${typeof message === 'string' ? message : ''}`.trim().slice(0, 300)
  return never.has(code) ? { as: 'never', why } : { as: 'later', why, rest: later.get(code) ?? 0 }
}
