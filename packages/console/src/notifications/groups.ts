import type { Notification } from './useNewest.ts'

/** What was told of one ticket, or of one matter that is no ticket's. */
export interface Group {
  key: string
  /** The newest first; never empty. */
  items: Notification[]
}

/** By ticket, in the order of the newest of each. */
export function grouped(notifications: readonly Notification[]): Group[] {
  const groups = new Map<string, Group>()
  for (const one of notifications) {
    const key = one.ticketId ?? one.id
    const group = groups.get(key)
    if (group) group.items.push(one)
    else groups.set(key, { key, items: [one] })
  }
  return [...groups.values()]
}
