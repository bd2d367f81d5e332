import { fold } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { type FieldProblem, invalid } from '../../kernel/problems.ts'
import { add, type Step, tell } from '../../kernel/steps.ts'
import type { CustomerCard } from './known-points.ts'
import { defaultRegion, type Region, readPhone } from './phone.ts'
import { normalise, type Point } from './points.ts'

/** Who asks, as a channel or a caller of `ticket.open` tells it. */
export interface Requester {
  name?: string | undefined
  salutation?: 'mr' | 'ms' | undefined
  email?: string | undefined
  phone?: string | undefined
  externalId?: string | undefined
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

export interface Told {
  /** In the order of their weight. */
  points: Point[]
  /** A phone that cannot be a key: masked, or without an area code. */
  partial: string | null
}

/** Reads what was told. Throws a 422 at the requester's field when a point cannot be read at all. */
export function toldBy(
  { email, phone, externalId }: Requester,
  { path = 'requester', region = defaultRegion }: { path?: string; region?: Region },
): Told {
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

/** A customer for somebody whom nobody has met before. */
export function newCustomer(
  requester: Requester,
  { points, partial }: Told,
  now: Date,
  origin: string,
): Resolved & { customerId: string } {
  const id = newId()
  const mail = points.find(point => point.kind === 'email')
  const name = requester.name ?? mail?.value.split('@')[0] ?? points.at(-1)?.value ?? partial ?? ''
  const valuesOf = (kind: string) => points.flatMap(point => (point.kind === kind ? [point.value] : []))
  const phones = [...valuesOf('phone'), ...(partial ? [partial] : [])]
  return {
    customerId: id,
    name,
    card: {
      id,
      number: null,
      name,
      salutation: requester.salutation ?? null,
      level: null,
      company: null,
      emails: valuesOf('email'),
      phones,
    },
    steps: [
      add('customers', {
        id,
        name,
        name_folded: fold(name),
        salutation: requester.salutation ?? null,
        partial_phones: partial ? [partial] : [],
        created_at: now,
        updated_at: now,
      }),
      ...points.map((point, position) => add('contact_points', { ...point, customer_id: id, position })),
      tell('customer.created', id, id, { name, origin }),
    ],
  }
}
