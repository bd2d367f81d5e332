/** `$me` → `id`, `$me.departments` → `departments`; undefined for anything else. */
export function referenceOf(value: unknown): string | undefined {
  const found =
    typeof value === 'string' && value.startsWith('$me') ? /^\$me(?:\.([A-Za-z][A-Za-z0-9]{0,63}))?$/.exec(value) : null
  return found ? (found[1] ?? 'id') : undefined
}

export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

/** A day that the calendar has, from 0001-01-01 to 9999-12-30. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001' || text > '9999-12-30') return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Epoch milliseconds of an ISO 8601 time with offset; undefined when it is none. Finer fractions are cut off. */
export function instantOfText(text: string): number | undefined {
  if (!isoTime.test(text) || !isDay(text.slice(0, 10))) return undefined
  const instant = Date.parse(text)
  return Number.isNaN(instant) || !isDay(new Date(instant).toISOString().slice(0, 10)) ? undefined : instant
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** `{ago: 'P3D'}` → the duration's text and its direction in time. */
export function relativeOf(value: unknown): { text: string; direction: 1 | -1 } | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined
  const { ago, ahead } = value as { ago?: unknown; ahead?: unknown }
  if (typeof ago === 'string') return { text: ago, direction: -1 }
  return typeof ahead === 'string' ? { text: ahead, direction: 1 } : undefined
}
