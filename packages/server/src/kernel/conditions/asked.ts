import { type Catalogue, type Condition, parseCondition } from '@baton/contract'
import type { Caller } from '../caller.ts'
import { isHidden } from '../grants.ts'
import { invalid } from '../problems.ts'

interface Asking {
  catalogue: Catalogue
  caller: Caller
  /** Where it stood in what was sent. */
  path?: string
  readable?: (field: string) => boolean
}

/**
 * A condition that a caller sent, checked against what can be asked. Throws a 422 that names what is wrong by its path; a
 * field that the caller may not read is told like one that does not exist.
 */
export function askedCondition(sent: unknown, asking: Asking): Condition {
  const { catalogue, caller, path = 'where', readable = field => !isHidden(caller.grants, field) } = asking
  const parsed = parseCondition(sent, catalogue, { path, readable, me: references(caller.me) })
  if ('condition' in parsed) return parsed.condition
  throw invalid(
    parsed.problems.map(({ path: at, code, params }) => ({ path: at, code, ...(params && { params: { ...params } }) })),
  )
}

const references = (me: Record<string, unknown>): Record<string, 'one' | 'many'> =>
  Object.fromEntries(Object.entries(me).map(([name, value]) => [name, Array.isArray(value) ? 'many' : 'one']))
