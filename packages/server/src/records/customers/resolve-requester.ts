import { fold } from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { type FieldProblem, invalid } from '../../kernel/problems.ts'
import { add, type Step, tell } from '../../kernel/steps.ts'
import { defaultRegion, type Region, readPhone } from './phone.ts'
import { normalise, type Point } from './points.ts'

/** Who asks, as a channel or a caller of `ticket.open` tells it. */
export interface Requester {
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  externalId?: string | undefined
}

export interface Resolving {
  now: Date
  /** By which channel they came; kept with a customer who is made. */
  origin: string
  /**
   * Who says so. What a colleague, a key or a mailbox brings joins the customer found by another point. What a stranger
   * typed joins nobody: whoever knows a customer's phone number could otherwise hang an own mail address on that
   * customer, and read the answers.
   */
  caller: Caller
  /** Where the requester's field stands in the input, for problems. */
  path?: string
  region?: Region
}

export interface Resolved {
  /** Null when nothing at all was said about the requester. */
  customerId: string | null
  /** The customer as it will be called. */
  name: string | null
  steps: Step[]
  /** All that a ticket shows of the customer, when this one look-up has told it; the number of a new one is not known yet. */
  card?: CustomerCard
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

/**
 * Finds the customer by any contact point, or makes one: one query. External ids weigh more than mail, mail more than
 * phones, when the points belong to different customers; nobody's point is ever taken away. Two strangers at once meet
 * on the point's key, and the shell tries the later verb again, which then finds the customer.
 */
export async function resolveRequester(db: Db, requester: Requester, resolving: Resolving): Promise<Resolved> {
  const { points, partial } = pointsOf(requester, resolving)
  if (points.length === 0 && !partial && !requester.name) return { customerId: null, name: null, steps: [] }
  const known = await knownPoints(db, points)
  const owner = points.map(point => known.find(row => sameAs(point)(row))).find(row => row !== undefined)
  if (!owner) return created(requester, points, partial, resolving)
  const isStranger = resolving.caller.actor.kind === 'outside'
  const fresh = isStranger ? [] : points.filter(point => !known.some(sameAs(point)))
  const own = known.filter(row => row.customer_id === owner.customer_id)
  const steps = joined(owner, own, fresh)
  return {
    customerId: owner.customer_id,
    name: owner.name,
    steps,
    ...(steps.length === 0 && { card: cardOf(owner, own) }),
  }
}

function cardOf(owner: KnownPoint, own: readonly KnownPoint[]): CustomerCard {
  const { customer_id: id, number, name, level, company, partial_phones: partial } = owner
  const valuesOf = (kind: string) =>
    [...own].sort((a, b) => a.position - b.position).flatMap(row => (row.kind === kind ? [row.value] : []))
  return { id, number, name, level, company, emails: valuesOf('email'), phones: [...valuesOf('phone'), ...partial] }
}

/** The customer found by any contact point; undefined when nobody has one of them. */
export async function matchRequester(
  db: Db,
  requester: Requester,
  region: Region = defaultRegion,
): Promise<{ id: string; name: string } | undefined> {
  const { points } = pointsOf(requester, { region })
  const known = await knownPoints(db, points)
  const owner = points.map(point => known.find(row => sameAs(point)(row))).find(row => row !== undefined)
  return owner && { id: owner.customer_id, name: owner.name }
}

interface KnownPoint {
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

const sameAs = (point: Point) => (row: { kind: string; value: string }) =>
  row.kind === point.kind && row.value === point.value

/** In the order of their weight. Throws a 422 at the requester's field when a point cannot be read at all. */
function pointsOf(
  { email, phone, externalId }: Requester,
  { path = 'requester', region = defaultRegion }: Pick<Resolving, 'path' | 'region'>,
): { points: Point[]; partial: string | null } {
  const problems: FieldProblem[] = []
  const read = phone === undefined ? undefined : readPhone(phone, region)
  if (phone !== undefined && !read) problems.push({ path: `${path}.phone`, code: 'phone.invalid' })
  const mail = email === undefined ? undefined : normalise('email', email)
  if (email !== undefined && !mail) problems.push({ path: `${path}.email`, code: 'format' })
  if (problems.length > 0) throw invalid(problems)
  const external = externalId === undefined ? undefined : normalise('external', externalId)
  const called = phone === undefined ? undefined : normalise('phone', phone, region)
  const points = [external, mail, called].filter(point => point !== undefined)
  return { points, partial: read && read.key === null ? read.shown : null }
}

/** The owners of these points, each with all of its points. */
async function knownPoints(db: Db, points: readonly Point[]): Promise<KnownPoint[]> {
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

function created(
  requester: Requester,
  points: readonly Point[],
  partial: string | null,
  { now, origin }: Resolving,
): Resolved {
  const id = newId()
  const mail = points.find(point => point.kind === 'email')
  const name = requester.name ?? mail?.value.split('@')[0] ?? points.at(-1)?.value ?? partial ?? ''
  const valuesOf = (kind: string) => points.flatMap(point => (point.kind === kind ? [point.value] : []))
  const phones = [...valuesOf('phone'), ...(partial ? [partial] : [])]
  return {
    customerId: id,
    name,
    card: { id, number: null, name, level: null, company: null, emails: valuesOf('email'), phones },
    steps: [
      add('customers', {
        id,
        name,
        name_folded: fold(name),
        partial_phones: partial ? [partial] : [],
        created_at: now,
        updated_at: now,
      }),
      ...points.map((point, position) => add('contact_points', { ...point, customer_id: id, position })),
      tell('customer.created', id, id, { name, origin }),
    ],
  }
}

const fieldOf = { email: 'emails', phone: 'phones', external: 'externalId' } as const

/** New contact points of a known customer. A second external id is another system's business and is left out. */
function joined(owner: KnownPoint, own: readonly KnownPoint[], points: readonly Point[]): Step[] {
  const id = owner.customer_id
  const fresh = points.filter(point => point.kind !== 'external' || !own.some(row => row.kind === 'external'))
  if (fresh.length === 0) return []
  const last = Math.max(...own.map(row => row.position))
  const changes = fresh.map(({ kind, value }) => {
    const before = own.filter(row => row.kind === kind).map(row => row.value)
    return kind === 'external'
      ? { field: 'externalId', from: null, to: value }
      : { field: fieldOf[kind], from: before, to: [...before, value] }
  })
  return [
    ...fresh.map((point, at) => add('contact_points', { ...point, customer_id: id, position: last + 1 + at })),
    tell('customer.updated', id, id, {
      name: owner.name,
      changes,
    }),
  ]
}
