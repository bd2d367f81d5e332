import { type Refusal, refuseField } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { normalise } from '../customers/index.ts'
import { directory } from '../people/index.ts'
import { mailboxes } from './mailboxes.ts'

/** Whether a mailbox may have this address and department: two mailboxes cannot share an address. */
export function refusePlace(
  place: { id?: string; address?: string; departmentId?: string | null },
  call: Call,
): Refusal | undefined {
  const { id, address, departmentId } = place
  if (address !== undefined) {
    const value = normalise('email', address)?.value
    if (!value) return refuseField('address', 'format')
    const twin = call.of(mailboxes).all.find(other => other.address === value && !other.archived && other.id !== id)
    if (twin) return refuseField('address', 'taken')
  }
  if (!departmentId) return undefined
  const department = call.of(directory).departments.get(departmentId)
  if (!department) return refuseField('departmentId', 'unknown_id')
  return department.archived ? refuseField('departmentId', 'archived') : undefined
}

/** Addresses are compared in one form. */
export const addressOf = (text: string): string => normalise('email', text)?.value ?? text
