import type { Chance } from './random.ts'
import type { Case } from './topics/index.ts'

/** What will be said about one matter: one variant of each part, such that they fit. */
export type Turns = Readonly<Record<'subject' | 'opening' | 'first' | 'reply' | 'deed' | 'result', string>>

export function turnsOf({ fits, ...part }: Case, { whole }: Chance): Turns {
  const variant = () => whole(0, 59)
  const opening = variant()
  const first = fits === 'all' ? opening : variant()
  const deed = fits ? first : variant()
  const at = (of: readonly string[], n: number): string => of[n % of.length] ?? ''
  return {
    subject: at(part.subject, opening),
    opening: at(part.opening, opening),
    first: at(part.first, first),
    reply: at(part.reply, first),
    deed: at(part.deed, deed),
    result: at(part.result, deed),
  }
}
