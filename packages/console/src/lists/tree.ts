export interface Branch<T> {
  item: T
  depth: number
  children: Branch<T>[]
}

interface Placed {
  id: string
  parentId: string | null
}

/** A list with parents as a tree, in the list's own order; whose parent is not in it stands at the root. */
export function treeOf<T extends Placed>(items: readonly T[]): Branch<T>[] {
  const known = new Set(items.map(item => item.id))
  const beneath = new Map<string | null, T[]>()
  for (const item of items) {
    const parent = item.parentId && known.has(item.parentId) ? item.parentId : null
    beneath.set(parent, [...(beneath.get(parent) ?? []), item])
  }
  const grow = (parent: string | null, depth: number): Branch<T>[] =>
    (beneath.get(parent) ?? []).map(item => ({ item, depth, children: grow(item.id, depth + 1) }))
  return grow(null, 0)
}

/** Those that fit and everything above them, so that one sees where they stand. */
export function found<T extends Placed>(items: readonly T[], fits: (item: T) => boolean): T[] {
  const byId = new Map(items.map(item => [item.id, item]))
  const kept = new Set<string>()
  for (const item of items.filter(fits)) {
    for (let at: T | undefined = item; at && !kept.has(at.id); at = byId.get(at.parentId ?? '')) kept.add(at.id)
  }
  return items.filter(item => kept.has(item.id))
}

/** An item and everything under it: where it cannot be moved to. */
export function under<T extends Placed>(items: readonly T[], id: string): Set<string> {
  const inside = new Set([id])
  for (let grown = -1; grown !== inside.size; ) {
    grown = inside.size
    for (const item of items) if (item.parentId && inside.has(item.parentId)) inside.add(item.id)
  }
  return inside
}
