import { verb } from '../../../kernel/verb.ts'
import { beginImport, type Found, lookInto, problemsOfMapping } from '../begin.ts'
import { customerTargets } from './targets.ts'

export const importCustomers = verb<'customer.import', Found>('customer.import', {
  prepare(preparing, input) {
    // Nobody new is made of rows without a name; those who are here can be changed without it.
    const isNamed = input.onKnown === 'update' || input.mapping.some(({ field }) => field === 'name')
    return lookInto(preparing, input, [
      ...problemsOfMapping(preparing, input, customerTargets(preparing)),
      ...(isNamed ? [] : [{ path: 'mapping', code: 'import.noName' }]),
    ])
  },
  decide: ({ prepared }, input, call) => beginImport('customer', input, prepared, call),
})
