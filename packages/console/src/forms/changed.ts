/** Of the values to be sent, those that differ from before: nobody overwrites what they have not touched. */
export function changedOf<V extends object>(before: V, after: V): Partial<V> {
  const differs = ([key, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof V])
  return Object.fromEntries(Object.entries(after).filter(differs)) as Partial<V>
}

/** What those values were before: undoes a change, and nothing else. */
export function pick<V extends object>(before: V, patch: Partial<V>): Partial<V> {
  return Object.fromEntries(Object.entries(before).filter(([key]) => key in patch)) as Partial<V>
}

/** Whether somebody else has changed the same meanwhile, and to something else. */
export const clash = <V extends object>(before: V, now: V, patch: Partial<V>): boolean =>
  Object.keys(patch).some(key => key in changedOf(before, now) && key in changedOf({ ...now, ...patch }, now))
