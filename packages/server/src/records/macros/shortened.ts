import type { Change } from '../../kernel/steps.ts'

const most = 200

/** Changes as events tell them: words by their beginning, wherever in a value they stand. */
export const shortened = (changes: readonly Change[]): Change[] =>
  changes.map(({ field, from, to }) => ({ field, from: short(from), to: short(to) }))

function short(value: unknown): unknown {
  if (typeof value === 'string') return [...value].slice(0, most).join('')
  if (Array.isArray(value)) return value.map(short)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, short(inner)]))
}
