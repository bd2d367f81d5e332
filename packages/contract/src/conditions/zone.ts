/** Milliseconds that local time is ahead of UTC in an IANA zone at an instant. Throws a RangeError for an unknown zone. */
export function offsetAt(instant: number, zone: string): number {
  const text = formatOf(zone).format(instant)
  const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text) ?? []
  if (!sign) return 0
  const ahead = (Number(hours) * 60 + Number(minutes)) * minute + Number(seconds) * 1000
  return sign === '-' ? -ahead : ahead
}

/** The calendar day of an instant in a zone, `2026-11-22`. */
export function dayAt(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10)
}

/**
 * The instant at which clocks in the zone show a local time (given as if it were UTC). A time that the clocks skip is
 * moved on by the skipped span; of a time that they show twice the first is taken (as RFC 5545 and Temporal do).
 */
export function instantOf(local: number, zone: string): number {
  const before = offsetAt(local - day, zone)
  const after = offsetAt(local + day, zone)
  if (before === after) return local - before
  const shown = [before, after]
    .map(offset => local - offset)
    .filter(instant => instant + offsetAt(instant, zone) === local)
  return shown.length > 0 ? Math.min(...shown) : local - before
}

const minute = 60_000
const day = 86_400_000

/** A formatter takes 50 µs to make. This remembers a pure function's results, at most one for each zone there is. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  return format
}
