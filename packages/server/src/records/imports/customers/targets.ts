import { customerImportColumns, otherCustomerNames } from '@baton/contract'
import { isWithheld } from '../../customers/index.ts'
import { type Asker, builtInTarget, type ImportTarget, ownTargets } from '../target.ts'

/** What the caller can bring by a file of customers. */
export function customerTargets(asker: Asker): ImportTarget[] {
  const builtIn = customerImportColumns.map(
    (field): ImportTarget => ({
      ...builtInTarget(asker, 'customerColumn', field, otherCustomerNames[field]),
      required: field === 'name',
      // Rows are known by numbers and contact points anyway: nobody has to choose these.
      unique: false,
    }),
  )
  return [...builtIn, ...ownTargets(asker, 'customer')].filter(({ field }) => !isWithheld(field, asker.caller.grants))
}
