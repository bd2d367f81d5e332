import { type FieldOwner, type VerbName, verbs } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { parse } from '../../kernel/parse.ts'
import { type FieldProblem, invalid, Problem } from '../../kernel/problems.ts'
import type { Row } from '../../kernel/steps.ts'
import { keptPhone } from '../customers/index.ts'
import { readFields } from '../fields/index.ts'

interface Asked {
  verb: VerbName
  owner: FieldOwner
  recordId?: string
  columnOf(path: string): string
}

/** All that is wrong with a row is told at once, not one after the other as it is mended. */
export async function refuseWrong(
  input: Row,
  inCells: readonly FieldProblem[],
  reading: Reading,
  { verb, owner, recordId, columnOf }: Asked,
): Promise<void> {
  const problems = [...inCells]
  const add = (error: unknown) => {
    if (!(error instanceof Problem)) throw error
    const known = new Set(problems.map(({ path }) => columnOf(path)))
    problems.push(...error.fields.filter(({ path }) => !known.has(columnOf(path))))
  }
  try {
    parse(verbs[verb].input, input)
  } catch (error) {
    add(error)
  }
  if (problems.length === 0) return
  const asking = { owner, phone: keptPhone, ...(recordId && { recordId }) }
  await readFields(reading, input.fields as Row | undefined, asking).catch(add)
  throw invalid(problems)
}
