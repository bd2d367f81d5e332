import { fold, placeholderProblems } from '@baton/contract'
import type { Db } from '../../../kernel/db.ts'
import { type FieldProblem, invalid } from '../../../kernel/problems.ts'
import type { OfferedRow } from '../tables.ts'
import { isTaken } from '../taken.ts'

/** What is looked for in a canned reply. */
export const foldedWords = ({
  name,
  shortcut,
  body,
}: {
  name: string
  shortcut: string | null
  body: string
}): string => fold([name, shortcut ?? '', body].join('\n'))

export const bodyProblems = (body: string): FieldProblem[] =>
  placeholderProblems(body).map(({ code, params }) => ({ path: 'body', code, params: { ...params } }))

interface Wanted {
  name: string
  shortcut: string | null
  audience: OfferedRow['audience']
  ownerId: string | null
  but?: string
}

/** A name or a shortcut that another one in use has. Throws a 422 that names both. */
export async function refuseTaken(db: Db, { name, shortcut, audience, ownerId, but }: Wanted): Promise<void> {
  const where = { table: 'canned_replies', audience, ownerId, but } as const
  const problems: FieldProblem[] = []
  if (await isTaken(db, { ...where, column: 'name', value: name }))
    problems.push({ path: 'name', code: 'cannedReply.name' })
  if (shortcut !== null && (await isTaken(db, { ...where, column: 'shortcut_folded', value: fold(shortcut) })))
    problems.push({ path: 'shortcut', code: 'cannedReply.shortcut' })
  if (problems.length > 0) throw invalid(problems)
}
