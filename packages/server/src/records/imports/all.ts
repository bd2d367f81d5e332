import type { FileKind } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { forbidden } from '../../kernel/problems.ts'
import type { Brought } from './brought.ts'
import { broughtCustomers } from './customers/brought.ts'
import { broughtTickets } from './tickets/brought.ts'

/** All that files bring. */
export const brought: Readonly<Record<FileKind, Brought>> = { ticket: broughtTickets, customer: broughtCustomers }

/** Whoever may bring it by files. */
export function mayImport({ caller }: Pick<Reading, 'caller'>, of: FileKind): void {
  const { grant } = brought[of]
  if (caller.grants.may(grant) === false) throw forbidden(grant)
}
