import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { add, type Step, tell } from '../../kernel/steps.ts'
import { cardOf, type KnownPoint, knownPoints, ownerOf, sameAs } from './known-points.ts'
import type { Region } from './phone.ts'
import type { Point } from './points.ts'
import { newCustomer, type Requester, type Resolved, toldBy } from './requester.ts'
import { resolveStranger } from './stranger.ts'

export interface Resolving {
  now: Date
  /** By which channel they came; kept with a customer who is made. */
  origin: string
  /** Who says so: a colleague, a key, a mailbox; or the stranger. */
  caller: Caller
  /** Where the requester's field stands in the input, for problems. */
  path?: string
  region?: Region
}

/**
 * Finds the customer by any contact point, or makes one: one query. External ids weigh more than mail, mail more than
 * phones, when the points belong to different customers; nobody's point is ever taken away, and a new one joins the
 * customer. Two unknown ones at once meet on the point's key, and the shell tries the later verb again, which then finds
 * the customer.
 */
export async function resolveRequester(db: Db, requester: Requester, resolving: Resolving): Promise<Resolved> {
  const told = toldBy(requester, resolving)
  const { points, partial } = told
  const { now, origin, caller } = resolving
  if (points.length === 0 && !partial && !requester.name) return { customerId: null, name: null, steps: [] }
  const known = await knownPoints(db, points)
  if (caller.actor.kind === 'outside') return resolveStranger(requester, told, known, now, origin)
  const owner = ownerOf(points, known)
  if (!owner) return newCustomer(requester, told, now, origin)
  const own = known.filter(row => row.customer_id === owner.customer_id)
  const steps = joined(
    owner,
    own,
    points.filter(point => !known.some(sameAs(point))),
  )
  return {
    customerId: owner.customer_id,
    name: owner.name,
    steps,
    ...(steps.length === 0 && { card: cardOf(owner, own) }),
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
    tell('customer.updated', id, id, { name: owner.name, changes }),
  ]
}
