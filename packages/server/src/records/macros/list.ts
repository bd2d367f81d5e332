import { check, type Records, resolve } from '@baton/contract'
import { sql } from 'kysely'
import { environmentOf, type Present, type Reading } from '../../kernel/kinds.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import type { Row } from '../../kernel/steps.ts'
import { isFor, mayChange, maySee, seenBy } from '../people/index.ts'
import { loadTickets, plainTicket, ticketFields, ticketIdOf } from '../tickets/index.ts'
import { offeredRecord } from './record.ts'
import type { MacroRow } from './tables.ts'
import { type Use, usesOf } from './uses.ts'

/** By name. Archived ones only when asked for; with a ticket, those that can be run on it. */
export const listMacros = read('macro.list', async (reading, input) => {
  const { rows } = await sql<MacroRow>`
    select o.* from macros o where ${seenBy('macro', reading.caller)} and ${input.archived ? sql`true` : sql`o.archived_at is null`}
    order by o.name, o.id`.execute(reading.db)
  const offered = input.ticketId ? await fitting(rows, input.ticketId, reading) : rows
  const { shown, nextCursor } = pageOfAll(offered, input)
  return { items: await records(reading, shown), nextCursor }
})

/** What is there for the caller, fits this ticket, and holds nothing that the caller may never do. */
async function fitting(rows: readonly MacroRow[], id: string, reading: Reading): Promise<MacroRow[]> {
  const { caller, now } = reading
  const [ticket] = await loadTickets(reading.db, [await ticketIdOf(reading, { id })])
  if (!ticket) return []
  const fields = reading.picture.of(ticketFields)
  const plain = plainTicket(ticket, fields)
  const environment = environmentOf(caller, now)
  return rows.filter(
    row =>
      !row.archived_at &&
      isFor(row, caller) &&
      row.steps.every(({ verb }) => caller.grants.may(verb) !== false) &&
      (row.conditions === null || check(resolve(row.conditions, fields.catalogue, environment), plain)),
  )
}

export const presentMacros: Present = async (reading, ids) => {
  const { rows } = await sql<MacroRow>`select * from macros where id = any(${[...ids]}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.filter(row => maySee('macro', row, reading.caller)).map(row => [row.id, row]))
  return records(
    reading,
    ids.flatMap(id => byId.get(id) ?? []),
  )
}

async function records(reading: Reading, rows: readonly MacroRow[]): Promise<Row[]> {
  const ids = rows.map(({ id }) => id)
  const use = await usesOf(reading.db, ids, reading.now)
  return rows.map(row => ({ ...record(row, use(row.id), reading) }))
}

const record = (row: MacroRow, use: Use, reading: Reading): Records['macro'] => ({
  ...offeredRecord(row, use, reading),
  description: row.description,
  steps: row.steps,
  where: row.conditions as Records['macro']['where'],
  allowed: allowedOn(row, reading),
})

function allowedOn(row: MacroRow, { caller }: Reading): string[] {
  const mine = mayChange('macro', row, caller)
  if (row.archived_at) return mine ? ['macro.restore'] : []
  return [
    ...(mine ? ['macro.update', 'macro.archive'] : []),
    ...(mine && caller.grants.may('macro.publish') !== false ? ['macro.publish'] : []),
    ...(isFor(row, caller) ? ['macro.run'] : []),
  ]
}
