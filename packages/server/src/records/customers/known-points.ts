import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { gathered } from '../../kernel/gathered.ts'
import type { Point } from './points.ts'

/** A contact point of a known customer, with what a ticket shows of that customer. */
export interface KnownPoint {
  kind: string
  value: string
  customer_id: string
  position: number
  name: string
  salutation: 'mr' | 'ms' | null
  number: string
  level: string | null
  company: string | null
  partial_phones: string[]
}

export interface CustomerCard {
  id: string
  number: string | null
  name: string
  salutation: 'mr' | 'ms' | null
  level: string | null
  company: string | null
  emails: string[]
  phones: string[]
}

/** The owners of these points, each with all of its points. */
export const knownPoints = (db: Db, points: readonly Point[]): Promise<readonly KnownPoint[]> =>
  points.length === 0 ? Promise.resolve([]) : gatheredPoints(db, points)

const gatheredPoints = gathered(
  async (db: Db, questions: readonly (readonly Point[])[]): Promise<readonly (readonly KnownPoint[])[]> => {
    const points = questions.flat()
    const { rows } = await sql<KnownPoint>`
    select own.kind, own.value, own.customer_id, own.position, c.name, c.salutation, c.number, c.level, c.partial_phones,
      companies.name as company
    from contact_points own join customers c on c.id = own.customer_id left join companies on companies.id = c.company_id
    where own.customer_id in (
      select hit.customer_id from contact_points hit
      join unnest(${points.map(point => point.kind)}::text[], ${points.map(point => point.value)}::text[])
        as asked (kind, value) on hit.kind = asked.kind and hit.value = asked.value)`.execute(db)
    return questions.map(asked => ofOwners(asked, rows))
  },
)

function ofOwners(points: readonly Point[], rows: readonly KnownPoint[]): readonly KnownPoint[] {
  const owners = new Set(rows.filter(row => points.some(point => sameAs(point)(row))).map(row => row.customer_id))
  return rows.filter(row => owners.has(row.customer_id))
}

/** Whose contact point this is. */
export async function customerByPoint(db: Db, point: Point): Promise<string | undefined> {
  const [known] = await knownPoints(db, [point])
  return known?.customer_id
}

/** The owner of the first of these points that anybody has. */
export const ownerOf = (points: readonly Point[], known: readonly KnownPoint[]): KnownPoint | undefined =>
  points.map(point => known.find(sameAs(point))).find(row => row !== undefined)

export const sameAs =
  (point: Point) =>
  (row: { kind: string; value: string }): boolean =>
    row.kind === point.kind && row.value === point.value

/** All that a ticket shows of a customer. */
export function cardOf(owner: KnownPoint, own: readonly KnownPoint[]): CustomerCard {
  const { customer_id: id, number, name, salutation, level, company, partial_phones: partial } = owner
  const valuesOf = (kind: string) =>
    [...own].sort((a, b) => a.position - b.position).flatMap(row => (row.kind === kind ? [row.value] : []))
  return {
    id,
    number,
    name,
    salutation,
    level,
    company,
    emails: valuesOf('email'),
    phones: [...valuesOf('phone'), ...partial],
  }
}
