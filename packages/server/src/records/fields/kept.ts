import { type FieldOwner, readValue } from '@baton/contract'
import type { FieldProblem } from '../../kernel/problems.ts'
import type { Call } from '../../kernel/verb.ts'
import { directory } from '../people/index.ts'
import { cleanHtml } from './clean.ts'
import { definitions } from './definitions.ts'
import { regions } from './regions.ts'
import { refusedAs } from './values.ts'

/**
 * What is wrong with values that are kept to be filled in later, by their paths, `fields.orderNo`. A file can be given only
 * once, so none can be kept; whether a customer is still there is asked when it is done.
 */
export function keptFieldProblems(
  owner: FieldOwner,
  sent: unknown,
  call: Pick<Call, 'caller' | 'picture'>,
  phone: (text: string) => string | undefined,
): FieldProblem[] {
  if (typeof sent !== 'object' || sent === null) return []
  const own = call.picture.of(definitions).of(owner)
  const people = call.picture.of(directory)
  const exists = (kind: string, id: string) =>
    kind === 'agent' ? people.agents.has(id) : kind === 'department' ? people.departments.has(id) : kind === 'customer'
  return Object.entries(sent).flatMap(([key, value]): FieldProblem[] => {
    const field = own.byKey(key)
    const code = refusedAs(field, value, call, { isThere: true })
    if (!field || code) return [{ path: `fields.${key}`, code: code ?? 'unknown_field' }]
    const read = readValue(field, value, { regions, clean: cleanHtml, phone, exists })
    return 'value' in read ? [] : read.problems.map(({ at, ...rest }) => ({ ...rest, path: `fields.${key}${at}` }))
  })
}
