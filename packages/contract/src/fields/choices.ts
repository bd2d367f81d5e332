import { short } from '../conditions/parseValue.ts'
import { ok, type ReadValue, wrong } from './reading.ts'
import type { FieldOption, SpecOf } from './spec.ts'

export const readChoice = (sent: unknown, options: readonly FieldOption[]): ReadValue =>
  isChoosable(sent, options) ? ok(sent) : wrong('field.option', optionParams(sent, options))

const isChoosable = (sent: unknown, options: readonly FieldOption[]): boolean =>
  options.some(({ key, archived }) => key === sent && !archived)

const optionParams = (sent: unknown, options: readonly FieldOption[]) => ({
  value: short(sent),
  options: options
    .filter(({ archived }) => !archived)
    .slice(0, 20)
    .map(({ key }) => key)
    .join(', '),
})

export function readChoices(sent: unknown, { options, most }: SpecOf<'choices'>): ReadValue {
  if (!Array.isArray(sent)) return wrong('field.list')
  const problems = sent.flatMap((one, at) =>
    isChoosable(one, options) ? [] : [{ at: `.${at}`, code: 'field.option', params: optionParams(one, options) }],
  )
  if (problems.length > 0) return { problems: problems.slice(0, 20) }
  const chosen = options.filter(({ key }) => sent.includes(key)).map(({ key }) => key)
  return most !== undefined && chosen.length > most ? wrong('field.tooMany', { most }) : ok(chosen)
}

/** By the key of the branch or by the keys from the root down: kept as the latter. */
export function readBranch(sent: unknown, { branches, leafOnly }: SpecOf<'cascade'>): ReadValue {
  const byKey = new Map(branches.map(branch => [branch.key, branch]))
  const last = Array.isArray(sent) ? sent.at(-1) : sent
  const branch = typeof last === 'string' ? byKey.get(last) : undefined
  const path: string[] = []
  for (let at = branch; at; at = at.parent === undefined ? undefined : byKey.get(at.parent)) {
    if (at.archived) return wrong('field.option', optionParams(last, branches))
    path.unshift(at.key)
  }
  if (!branch || (Array.isArray(sent) && !isSame(sent, path)))
    return wrong('field.option', optionParams(last, branches))
  const hasMore = branches.some(({ parent, archived }) => parent === branch.key && !archived)
  return leafOnly && hasMore ? wrong('field.leafOnly') : ok(path)
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])
