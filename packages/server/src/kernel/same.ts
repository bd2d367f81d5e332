/** Whether two JSON values say the same: the database gives an object's properties back in an order of its own. */
export function same(a: unknown, b: unknown): boolean {
  const [mine, other] = [a ?? null, b ?? null]
  if (mine === other) return true
  if (Array.isArray(mine) || Array.isArray(other)) {
    const areLists = Array.isArray(mine) && Array.isArray(other)
    return areLists && mine.length === other.length && mine.every((one, at) => same(one, other[at]))
  }
  if (typeof mine !== 'object' || typeof other !== 'object' || mine === null || other === null) return false
  const [ours, theirs] = [Object.entries(mine), other as Record<string, unknown>]
  const isEach = ours.every(([key, inner]) => Object.hasOwn(theirs, key) && same(inner, theirs[key]))
  return isEach && ours.length === Object.keys(theirs).length
}
