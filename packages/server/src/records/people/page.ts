import { fromCursor, toCursor } from '../../kernel/read.ts'

/** One page of a list that is held in memory, in the order of `key`, then id. */
export function pageInMemory<T extends { id: string }>(
  all: readonly T[],
  { cursor, limit }: { cursor: string | undefined; limit: number },
  key: (item: T) => string,
): { shown: T[]; nextCursor: string | null } {
  const after = fromCursor(cursor)?.map(String)
  const keyed = all.map(item => ({ item, key: [key(item), item.id] })).sort((a, b) => inOrder(a.key, b.key))
  const rest = after ? keyed.filter(entry => inOrder(entry.key, after) > 0) : keyed
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  return { shown: shown.map(({ item }) => item), nextCursor: rest.length > limit && last ? toCursor(last.key) : null }
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  if (at < 0) return 0
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}
