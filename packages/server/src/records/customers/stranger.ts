import { put, type Step } from '../../kernel/steps.ts'
import { cardOf, type KnownPoint, ownerOf, sameAs } from './known-points.ts'
import type { Point } from './points.ts'
import { newCustomer, type Requester, type Resolved, type Told } from './requester.ts'

/**
 * Who somebody at an open form is. Anybody can type anything there, so only the contact point to which the answer goes
 * decides: the mail address, or the phone when there is none. The other one is kept as claimed, for colleagues to see.
 * Otherwise whoever knows a customer's phone could hang an own mail address on that customer, and read the answers; or
 * be answered at the customer's old address although another one was asked for.
 */
export function resolveStranger(
  requester: Requester,
  told: Told,
  known: readonly KnownPoint[],
  now: Date,
  origin: string,
): Resolved {
  const [decisive, ...others] = told.points
  const owner = decisive && ownerOf([decisive], known)
  if (!owner) {
    const points = told.points.filter(point => point === decisive || !known.some(sameAs(point)))
    const made = newCustomer(requester, { ...told, points }, now, origin)
    const taken = others.filter(point => !points.includes(point))
    return { ...made, steps: [...made.steps, ...taken.map(point => claimed(made.customerId, point, now))] }
  }
  const own = known.filter(row => row.customer_id === owner.customer_id)
  const hidden: Point[] = told.partial ? [{ kind: 'phone', value: told.partial }] : []
  const fresh = [...others.filter(point => !own.some(sameAs(point))), ...hidden]
  return {
    customerId: owner.customer_id,
    name: owner.name,
    card: cardOf(owner, own),
    steps: fresh.map(point => claimed(owner.customer_id, point, now)),
  }
}

const claimed = (customerId: string, { kind, value }: Point, now: Date): Step =>
  put('claimed_points', ['customer_id', 'kind', 'value'], {
    customer_id: customerId,
    kind: kind === 'email' ? 'email' : 'phone',
    value,
    claimed_at: now,
  })
