/** What of the log matters here; its payloads are read with care, for old ones hold less. */
export interface Happening {
  type: string
  at: Date
  actor_kind: string
  payload: Readonly<Record<string, unknown>>
}

export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Whole seconds, as PostgreSQL's integers hold them. */
export const secondsOf = (value: unknown): number | null =>
  typeof value === 'number' ? Math.min(Math.max(0, Math.round(value)), 2_147_483_647) : null

export const idsOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every(each => typeof each === 'string') ? value : undefined

export function holderOf(value: unknown): { departmentId: string | null; assigneeId: string | null } {
  const { departmentId, assigneeId } = (value ?? {}) as Record<string, unknown>
  return { departmentId: textOf(departmentId), assigneeId: textOf(assigneeId) }
}

/** Field → what it is now. */
export function changesOf({ changes }: Happening['payload']): ReadonlyMap<string, unknown> {
  if (!Array.isArray(changes)) return new Map()
  return new Map(changes.map(({ field, to }: { field: string; to: unknown }) => [field, to]))
}

/** How it came to its first person. Whoever answers a ticket that nobody has takes it, as by a claim. */
export function modeOf({ type, actor_kind, payload }: Happening): string {
  const said = textOf(payload.mode)
  if (said) return said
  if (type === 'ticket.replied') return 'claim'
  if (actor_kind === 'key') return 'api'
  return actor_kind === 'person' ? 'manual' : 'auto'
}
