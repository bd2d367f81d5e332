import { add, type Change, put, remove, type Step } from '../../kernel/steps.ts'
import type { Contacts, Sent } from './contacts.ts'
import type { PointKind } from './points.ts'
import type { CustomerRow } from './tables.ts'

const fields: Record<PointKind, 'emails' | 'phones' | 'externalId'> = {
  email: 'emails',
  phone: 'phones',
  external: 'externalId',
}

/** Makes the contact points those that were sent, kind by kind; a kind that was not sent stays as it is. */
export function movePoints(
  customer: CustomerRow,
  sent: Sent,
  contacts: Contacts,
): { steps: Step[]; changes: Change[] } {
  const steps: Step[] = []
  const changes: Change[] = []
  for (const kind of ['email', 'phone', 'external'] as const) {
    if (sent[fields[kind]] === undefined) continue
    const before = customer.points.filter(point => point.kind === kind)
    const after = contacts.points.filter(point => point.kind === kind)
    for (const { value } of before) {
      if (!after.some(point => point.value === value)) steps.push(remove('contact_points', { kind, value }))
    }
    for (const [position, { value }] of after.entries()) {
      const own = before.find(point => point.value === value)
      const row = { kind, value, customer_id: customer.id, position }
      if (!own) steps.push(add('contact_points', row), ...settled(row))
      else if (own.position !== position) steps.push(put('contact_points', ['kind', 'value'], row))
    }
    const change = changeOf(
      kind,
      valuesOf(kind, before, customer.partial_phones),
      valuesOf(kind, after, contacts.partialPhones),
    )
    if (change) changes.push(change)
  }
  return { steps, changes }
}

/** A point that is the customer's now is no longer only claimed. */
const settled = ({ customer_id, kind, value }: { customer_id: string; kind: PointKind; value: string }): Step[] =>
  kind === 'external' ? [] : [remove('claimed_points', { customer_id, kind, value })]

const valuesOf = (kind: PointKind, points: readonly { value: string }[], partial: readonly string[]): string[] => [
  ...points.map(point => point.value),
  ...(kind === 'phone' ? partial : []),
]

function changeOf(kind: PointKind, from: string[], to: string[]): Change | undefined {
  if (from.length === to.length && from.every((value, at) => value === to[at])) return undefined
  if (kind === 'external') return { field: 'externalId', from: from[0] ?? null, to: to[0] ?? null }
  return { field: fields[kind], from, to }
}
