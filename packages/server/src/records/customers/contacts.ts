import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { type FieldProblem, invalid } from '../../kernel/problems.ts'
import { readPhone } from './phone.ts'
import { normalise, type Point } from './points.ts'

export interface Sent {
  emails?: readonly string[] | undefined
  phones?: readonly string[] | undefined
  externalId?: string | null | undefined
}

/** A contact point with the place in the input where it was given. */
export interface SentPoint extends Point {
  path: string
}

export interface Contacts {
  points: SentPoint[]
  /** Phones that cannot be a key: masked, or without an area code. */
  partialPhones: string[]
}

/** Reads the contact points of an input, each once. Throws a 422 that names every one that is none. */
export function readContacts({ emails = [], phones = [], externalId }: Sent): Contacts {
  const problems: FieldProblem[] = []
  const points = new Map<string, SentPoint>()
  const keep = (point: Point | undefined, path: string, code: string) => {
    if (!point) problems.push({ path, code })
    else if (!points.has(`${point.kind}:${point.value}`)) points.set(`${point.kind}:${point.value}`, { ...point, path })
  }
  const partial = phones.map(text => readPhone(text)).filter(read => read?.key === null)
  for (const [at, text] of emails.entries()) keep(normalise('email', text), `emails.${at}`, 'format')
  for (const [at, text] of phones.entries()) {
    if (readPhone(text)?.key !== null) keep(normalise('phone', text), `phones.${at}`, 'phone.invalid')
  }
  if (externalId) keep(normalise('external', externalId), 'externalId', 'text.empty')
  if (problems.length > 0) throw invalid(problems)
  return { points: [...points.values()], partialPhones: [...new Set(partial.map(read => read?.shown ?? ''))] }
}

/** A contact point belongs to one customer. Throws a 422 at each one that is somebody else's, named if the caller may see them. */
export async function refuseTaken(db: Db, points: readonly SentPoint[], caller: Caller, own?: string): Promise<void> {
  if (points.length === 0) return
  const rows = await db
    .selectFrom('contact_points as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .select(['p.kind', 'p.value', 'p.customer_id', 'c.name'])
    .where('p.value', '=', ({ fn, val }) => fn.any(val(points.map(point => point.value))))
    .execute()
  const isKnown = caller.grants.may('customer.get') === true
  const problems = points.flatMap(({ kind, value, path }) => {
    const owner = rows.find(row => row.kind === kind && row.value === value && row.customer_id !== own)
    if (!owner) return []
    return [isKnown ? { path, code: 'contact.taken', params: { name: owner.name } } : { path, code: 'taken' }]
  })
  if (problems.length > 0) throw invalid(problems)
}
