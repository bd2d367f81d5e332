import type { Db } from '../../kernel/db.ts'
import type { Point } from './points.ts'

/** A contact point of a known customer, with what a ticket shows of that customer. */
export interface KnownPoint {
  kind: string
  value: string
  customer_id: string
  position: number
  name: string
  number: string
  level: string | null
  company: string | null
  partial_phones: string[]
}

export interface CustomerCard {
  id: string
  number: string | null
  name: string
  level: string | null
  company: string | null
  emails: string[]
  phones: string[]
}

/** The owners of these points, each with all of its points: one query. */
export async function knownPoints(db: Db, points: readonly Point[]): Promise<KnownPoint[]> {
  if (points.length === 0) return []
  return db
    .selectFrom('contact_points as hit')
    .innerJoin('contact_points as own', 'own.customer_id', 'hit.customer_id')
    .innerJoin('customers', 'customers.id', 'hit.customer_id')
    .leftJoin('companies', 'companies.id', 'customers.company_id')
    .where(({ eb, or }) => or(points.map(point => eb('hit.kind', '=', point.kind).and('hit.value', '=', point.value))))
    .select([
      'own.kind',
      'own.value',
      'own.customer_id',
      'own.position',
      'customers.name',
      'number',
      'level',
      'partial_phones',
    ])
    .select('companies.name as company')
    .distinct()
    .execute()
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
  const { customer_id: id, number, name, level, company, partial_phones: partial } = owner
  const valuesOf = (kind: string) =>
    [...own].sort((a, b) => a.position - b.position).flatMap(row => (row.kind === kind ? [row.value] : []))
  return { id, number, name, level, company, emails: valuesOf('email'), phones: [...valuesOf('phone'), ...partial] }
}
