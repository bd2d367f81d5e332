import type { FileKind } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { type ImportRequest, requestOf } from './request.ts'

/** So many of somebody's imports are looked through. */
const looked = 20

/** How the caller has last mapped a file with these headers; one that has more of them at its end is the same. */
export async function mappedBefore(
  { db, caller }: Reading,
  of: FileKind,
  headers: readonly string[],
): Promise<Pick<ImportRequest, 'mapping' | 'key' | 'headers'> | undefined> {
  const { id } = caller.me
  if (typeof id !== 'string') return undefined
  const jobs = await db
    .selectFrom('jobs')
    .selectAll()
    .where('person_id', '=', id)
    .where('kind', '=', 'import')
    .orderBy('created_at', 'desc')
    .limit(looked)
    .execute()
  return jobs
    .map(requestOf)
    .find(one => one.of === of && one.headers.length > 0 && one.headers.every((word, at) => word === headers[at]))
}
