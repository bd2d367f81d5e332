import { type RawBuilder, sql } from 'kysely'
import { toSql } from '../../../kernel/conditions/index.ts'
import type { JobLine, JobRow } from '../../../kernel/jobs/index.ts'
import { type Reading, scopeOf } from '../../../kernel/kinds.ts'
import { invalidField } from '../../../kernel/problems.ts'
import type { ReadCell } from '../../../kernel/tables/index.ts'
import type { Point } from '../../customers/index.ts'
import { type Known, keyOfRow, knownBy } from '../known.ts'
import { type ImportRequest, lineOf, requestOf } from '../request.ts'
import { pointsOf, wordsOf } from './points.ts'

/** Who a row is about, if it is anybody who is here: by the number, by the key, else by any contact point. */
export async function knownCustomer(job: JobRow, line: JobLine, reading: Reading): Promise<Known> {
  const request = requestOf(job)
  const { cells } = lineOf(line)
  const known = await knownBy(reading.db, job, line, reading.picture)
  const number = wordsOf(cells, request, 'number')
  if (number) return { ...known, id: await numbered(number, reading), code: 'import.here' }
  if (known.id) return known
  const id = await ownerOf(pointsOf(cells, request), chosenKey(cells, request), reading)
  return { ...known, ...(id && { id, code: 'import.here' }) }
}

/** By what a row is told apart within its file: the key, the number, else the contact point that weighs most. */
export function keyOfCustomer(cells: readonly ReadCell[], request: ImportRequest): string | undefined {
  const chosen = chosenKey(cells, request)
  if (chosen) return chosen.key
  const number = wordsOf(cells, request, 'number')
  const [point] = pointsOf(cells, request)
  // No key of the file's own begins so.
  if (number) return `${mark}number:${number.normalize('NFKC').toUpperCase()}`
  return point && `${mark}${point.kind}:${point.value}`
}

const mark = '\u001f'

/** By these customers are known whatever is chosen. */
const knownAnyway = ['number', 'externalId', 'phones', 'emails']

/** The key of the columns that were chosen, where these are others than what customers are known by anyway. */
export function chosenKey(
  cells: readonly ReadCell[],
  { key, mapping }: Pick<ImportRequest, 'key' | 'mapping'>,
): { scope: string; key: string } | undefined {
  if (!key) return undefined
  const isKnownAnyway = key.columns.every(column =>
    mapping.some(one => one.column === column && knownAnyway.includes(one.field)),
  )
  const found = isKnownAnyway ? undefined : keyOfRow(cells, key.columns)
  return found === undefined ? undefined : { scope: key.scope, key: found }
}

/** Throws where there is none, or none that the caller may see: a number is no guess. */
async function numbered(number: string, reading: Reading): Promise<string> {
  const kind = reading.kind('customer')
  const visible: RawBuilder<boolean> = toSql(scopeOf(kind, kind.readGrant, reading), kind.columns(reading.picture))
  const { rows } = await sql<{ id: string }>`
    select c.id from customers c where c.number = ${number.normalize('NFKC').toUpperCase()} and ${visible}`.execute(
    reading.db,
  )
  const [found] = rows
  if (!found) throw invalidField('number', 'cell.unknown.customer', { value: number.slice(0, 60) })
  return found.id
}

/**
 * The owner of the first of these points that anybody has. Not somebody with another member number, or whom another row with
 * another key was about: two people who share a telephone stay two.
 */
async function ownerOf(
  points: readonly Point[],
  chosen: { scope: string; key: string } | undefined,
  { db }: Reading,
): Promise<string | undefined> {
  if (points.length === 0) return undefined
  const external = points.find(({ kind }) => kind === 'external')?.value ?? null
  const { rows } = await sql<{ id: string; is_else: boolean }>`
    select p.customer_id as id, (
      exists (select from contact_points o
        where o.customer_id = p.customer_id and o.kind = 'external' and o.value <> ${external}::text)
      or exists (select from imported i
        where i.customer_id = p.customer_id and i.scope = ${chosen?.scope ?? null}::text and i.key <> ${chosen?.key ?? null}::text)
    ) as is_else
    from unnest(${points.map(({ kind }) => kind)}::text[], ${points.map(({ value }) => value)}::text[])
      with ordinality as asked (kind, value, place)
    join contact_points p on p.kind = asked.kind and p.value = asked.value
    order by asked.place limit 1`.execute(db)
  const [found] = rows
  return found && !found.is_else ? found.id : undefined
}
