import { fold } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { inScope } from './kind.ts'
import { hasInName } from './name-pairs.ts'
import { normalise, pointKinds } from './points.ts'
import { presentCustomers } from './present.ts'

/** Who it is: whole contact points and numbers first, then beginnings of phones and mail addresses, then of names. */
export const findCustomers = read('customer.find', async (reading, { text, cursor, limit }) => {
  const key = cursorKey(cursor, [/^[012]$/, cursorForms.text, cursorForms.id])
  const after = key ? sql`(f.rank, c.name_folded, c.id) > (${key[0]}::int, ${key[1]}, ${key[2]}::uuid)` : sql`true`
  const { rows } = await sql<{ id: string; rank: number; name: string }>`
    with found as (
      select f.id, min(f.rank) as rank from (${sql.join(waysTo(text), sql` union all `)}) f group by f.id
    )
    select c.id, f.rank, c.name_folded as name from found f join customers c on c.id = f.id
    where ${inScope(reading)} and ${after}
    order by f.rank, c.name_folded, c.id limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await presentCustomers(
      reading,
      shown.map(row => row.id),
    ),
    nextCursor: rows.length > limit && last ? toCursor([last.rank, last.name, last.id]) : null,
  }
})

/** Whom `customer.find` or `customer.list` tells for a text, over `customers c`. */
export const foundBy = (text: string): RawBuilder<boolean> =>
  sql`(c.id in (${sql.join(
    waysTo(text).map(way => sql`select w.id from (${way}) w (id, rank)`),
    sql` union all `,
  )})
    or ${hasInName(fold(text))})`

function waysTo(text: string): RawBuilder<unknown>[] {
  const folded = fold(text.trim())
  const points = pointKinds.map(kind => normalise(kind, text)).filter(point => point !== undefined)
  return [
    ...points.map(
      ({ kind, value }) =>
        sql`select customer_id as id, 0 as rank from contact_points where kind = ${kind} and value = ${value}`,
    ),
    sql`select id, 0 from customers where number = ${text.trim().toUpperCase()}`,
    ...beginnings(folded).map(
      ({ kind, start }) =>
        sql`(select customer_id, 1 from contact_points where kind = ${kind} and ${startsWith(sql`value`, start)} limit ${most})`,
    ),
    sql`(select id, 2 from customers where ${startsWith(sql`name_folded`, folded)} order by name_folded limit ${most})`,
  ]
}

/** A beginning that fits more customers than that says nothing; who types on finds theirs. */
const most = 1000

function beginnings(folded: string): { kind: 'phone' | 'email'; start: string }[] {
  const digits = folded.replace(/[\s()-]/g, '').replace(/^(\+86|0086|0(?=1[3-9]))/, '')
  if (/^0?\d{3,}$/.test(digits)) return [{ kind: 'phone', start: `+86${digits.replace(/^0/, '')}` }]
  if (/^\+\d{3,}$/.test(digits)) return [{ kind: 'phone', start: digits }]
  return folded.length >= 2 && !/\s/.test(folded) ? [{ kind: 'email', start: folded }] : []
}

/** By the order of code points, so that the index on the column serves it. */
const startsWith = (column: RawBuilder<unknown>, start: string) =>
  sql`${column} >= ${start} and ${column} < ${`${start}\u{10ffff}`}`
