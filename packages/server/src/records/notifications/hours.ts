import { dayAt, instantOf, offsetAt } from '@baton/contract'
import type { OutgoingWay, PreferencesRow } from './tables.ts'

const day = 86_400_000
const hour = 3_600_000

/** When something may leave by this way: mails wait for the digest, and nothing leaves in the person's quiet hours. Pure. */
export function dueAt(way: OutgoingWay, preferences: Hours, now: Date, deskZone: string): Date {
  const zone = preferences.zone ?? deskZone
  const wanted = way === 'mail' ? nextDigest(preferences, now, zone) : now
  return afterQuiet(preferences, wanted, zone)
}

export type Hours = Pick<PreferencesRow, 'quiet_from' | 'quiet_to' | 'zone' | 'digest' | 'digest_at'>

function nextDigest({ digest, digest_at }: Hours, now: Date, zone: string): Date {
  if (digest === 'off') return now
  if (digest === 'daily') return nextAt(digest_at, now, zone)
  // Full hours of the local clock: some zones are ahead by half an hour.
  const ahead = offsetAt(now.getTime(), zone)
  return new Date((Math.floor((now.getTime() + ahead) / hour) + 1) * hour - ahead)
}

/** The end of the quiet hours in which the moment lies, else the moment itself. From 22:00 to 07:00 spans midnight. */
export function afterQuiet({ quiet_from, quiet_to }: Hours, moment: Date, zone: string): Date {
  if (quiet_from === null || quiet_to === null || quiet_from === quiet_to) return moment
  const local = new Date(moment.getTime() + offsetAt(moment.getTime(), zone)).toISOString().slice(11, 16)
  const isQuiet =
    quiet_from < quiet_to ? quiet_from <= local && local < quiet_to : quiet_from <= local || local < quiet_to
  return isQuiet ? nextAt(quiet_to, moment, zone) : moment
}

/** The next moment at which clocks in the zone show this time, `07:00`. */
function nextAt(clock: string, after: Date, zone: string): Date {
  const today = Date.parse(`${dayAt(after.getTime(), zone)}T${clock}:00Z`)
  const first = instantOf(today, zone)
  return new Date(first > after.getTime() ? first : instantOf(today + day, zone))
}
