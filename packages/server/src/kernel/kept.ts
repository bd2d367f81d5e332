import { isVerb, placeholderProblems, spokenIn, type VerbName, verbs } from '@baton/contract'
import { parse } from './parse.ts'
import { type FieldProblem, Problem } from './problems.ts'
import type { Row } from './steps.ts'

/** A verb that is kept to be done later, with what it will be sent besides what it is done to. */
export interface Kept {
  verb: string
  input: Row
}

/**
 * What is wrong with verbs that are kept, by their places: one that is none of `among` (`code`), an input that it does not
 * take, placeholders that nobody knows. `given` is what it is sent besides, when it is done.
 */
export function keptProblems(
  kept: readonly Kept[],
  { path, among, given, code }: { path: string; among: readonly VerbName[]; given: Row; code: string },
): FieldProblem[] {
  return kept.flatMap(({ verb, input }, at) => {
    if (!isVerb(verb) || !among.includes(verb)) return [{ path: `${path}.${at}.verb`, code }]
    const words = spokenIn(input).flatMap(([key, text]) =>
      placeholderProblems(text).map(problem => ({ path: key, code: problem.code, params: { ...problem.params } })),
    )
    return [...inputProblems(verb, input, given), ...words].map(problem => ({
      ...problem,
      path: `${path}.${at}.input.${problem.path}`,
    }))
  })
}

function inputProblems(verb: VerbName, input: Row, given: Row): FieldProblem[] {
  try {
    parse(verbs[verb].input, { ...input, ...given })
    return []
  } catch (error) {
    if (error instanceof Problem) return error.fields
    throw error
  }
}
