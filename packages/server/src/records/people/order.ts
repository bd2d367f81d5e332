/** By a text, then by id, so that no two are equal. */
export const inOrderOf =
  <T extends { id: string }>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    compare(key(a), key(b)) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
