import { type Records, sentence, shutIn, wordIn, workedIn } from '@baton/contract'
import { sql } from 'kysely'
import { isHidden } from '../../kernel/grants.ts'
import type { Reading } from '../../kernel/kinds.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { calendars, timetables } from '../../records/calendars/index.ts'
import { seenPayload, wordedPayload } from '../../records/fields/index.ts'
import { directory } from '../../records/people/index.ts'
import { slaPolicies } from '../../records/sla/index.ts'
import {
  type ClockRow,
  clockRecord,
  loadTickets,
  namesOf,
  tellsClocks,
  ticketIdOf,
} from '../../records/tickets/index.ts'
import { used } from './clock.ts'

type Explained = Records['clock']

/** Each promise on a ticket, oldest first, with every stretch of it: when it ran or stood still, why, and by which hours. */
export const explainClocks = read('ticket.clocks', async (reading, input) => {
  const ticketId = await ticketIdOf(reading, { id: input.id })
  const [ticket] = await loadTickets(reading.db, [ticketId])
  const told = tellsClocks(reading.caller.grants) ? (ticket?.clocks ?? []) : []
  const clocks = told.toSorted((a, b) => a.started_at.getTime() - b.started_at.getTime())
  const { shown, nextCursor } = pageOfAll(clocks, input)
  const stretches = await stretchesOf(shown, reading)
  const why = await causesOf(ticketId, stretches, reading)
  const items = shown.map(clock => ({
    ...explained(
      clock,
      stretches.filter(({ clockId }) => clockId === clock.id),
      why,
      reading,
    ),
  }))
  return { items, nextCursor }
})

interface Stretch {
  clockId: string
  from: Date
  to: Date
  state: string
  cause: string
  seconds: number | null
  targetSeconds: number | null
  calendarId: string | null
}

/** Those that are over, and the one that lasts. */
async function stretchesOf(clocks: readonly ClockRow[], { db, now, picture }: Reading): Promise<Stretch[]> {
  if (clocks.length === 0) return []
  const rows = await db
    .selectFrom('clock_segments')
    .selectAll()
    .where(
      'clock_id',
      'in',
      clocks.map(({ id }) => id),
    )
    .orderBy('from_at')
    .execute()
  // Between two changes at one moment nothing lies that could be shown.
  const over = rows
    .filter(({ from_at, to_at }) => from_at < to_at)
    .map(row => ({
      clockId: row.clock_id,
      from: row.from_at,
      to: row.to_at,
      state: row.state,
      cause: row.cause,
      seconds: row.worked_seconds,
      targetSeconds: row.target_seconds,
      calendarId: row.calendar_id,
    }))
  const lasting = clocks
    .filter(({ state, since }) => (state === 'running' || state === 'paused') && since < now)
    .map(clock => ({
      clockId: clock.id,
      from: clock.since,
      to: now,
      state: clock.state,
      cause: clock.cause,
      seconds: used(clock, now, timetables(picture)) - clock.used_seconds,
      targetSeconds: clock.target_seconds,
      calendarId: clock.calendar_id,
    }))
  return [...over, ...lasting]
}

type Why = (stretch: Stretch) => string

/** What happened at the moment when a stretch began, as the history tells it. */
async function causesOf(ticketId: string, stretches: readonly Stretch[], reading: Reading): Promise<Why> {
  const moments = [...new Set(stretches.map(({ from }) => from.toISOString()))]
  const { rows } = await sql<LoggedEvent>`
    select e.*, e.xid::text as xid from events e
    where e.topic_id = ${ticketId} and e.at = any(${moments}::timestamptz[]) order by e.seq`.execute(reading.db)
  const { locale, zone } = reading.caller
  const at = Map.groupBy(rows, event => event.at.getTime())
  return ({ from, cause }) => {
    const there = at.get(from.getTime()) ?? []
    const event =
      there.find(({ type }) => !type.startsWith('clock.')) ?? there.find(({ type }) => type === 'clock.changed')
    if (!event) return causeText(locale, cause)
    const payload = wordedPayload(seenPayload(event.payload, reading.caller.grants), 'ticket', reading)
    const isNameless = event.actor_kind === 'outside' && isHidden(reading.caller.grants, 'customer')
    const actor_name = isNameless ? '' : event.actor_name
    return sentence(locale, { ...event, actor_name, payload }, namesOf(reading), zone)
  }
}

const causeText = (locale: string, cause: string): string =>
  cause.startsWith('status.')
    ? (wordIn(locale, 'status', cause.slice('status.'.length)) ?? cause)
    : (wordIn(locale, 'cause', cause) ?? cause)

/** So many shut parts are drawn at most, the newest: a year of lunches is told by its sum. */
const mostShut = 200

function explained(clock: ClockRow, stretches: readonly Stretch[], why: Why, reading: Reading): Explained {
  const { picture, now } = reading
  const hours = timetables(picture)
  const policy = clock.policy_id ? picture.of(slaPolicies).byId(clock.policy_id) : undefined
  const calendar = clock.calendar_id ? picture.of(calendars).byId(clock.calendar_id) : undefined
  const iso = (at: Date | number) => new Date(at).toISOString()
  const isOver = clock.state === 'met' || clock.state === 'dropped'
  return {
    ...clockRecord(clock),
    target: clock.target as Explained['target'],
    policy: policy ? { id: policy.id, name: policy.name } : null,
    calendar: calendar ? { id: calendar.id, name: calendar.name } : null,
    usedSeconds: isOver ? clock.used_seconds : used(clock, now, hours),
    missedBy: missedBy(clock, reading),
    stretches: stretches.map(stretch => {
      const [from, to] = [stretch.from.getTime(), stretch.to.getTime()]
      const timetable = hours(stretch.calendarId ?? (stretch.targetSeconds === null ? clock.calendar_id : null))
      const runs = stretch.state === 'running'
      return {
        from: iso(from),
        to: iso(to),
        state: runs ? ('running' as const) : ('paused' as const),
        cause: stretch.cause,
        text: why(stretch),
        seconds: stretch.seconds ?? (runs ? Math.round(workedIn(timetable, from, to) / 1000) : 0),
        targetSeconds: stretch.targetSeconds ?? clock.target_seconds,
        shut: runs
          ? shutIn(timetable, from, to)
              .slice(-mostShut)
              .map(part => ({ from: iso(part.from), to: iso(part.to) }))
          : [],
      }
    }),
  }
}

function missedBy({ breached_at, breached_assignee_id, breached_department_id }: ClockRow, { picture }: Reading) {
  if (!breached_at) return null
  const { agents, departments } = picture.of(directory)
  const person = breached_assignee_id ? agents.get(breached_assignee_id)?.name : undefined
  return person ?? (breached_department_id ? departments.get(breached_department_id)?.name : undefined) ?? null
}
