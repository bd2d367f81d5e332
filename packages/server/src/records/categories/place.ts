import { fold } from '@baton/contract'
import { sql } from 'kysely'
import { invalidField } from '../../kernel/problems.ts'
import { type Refusal, refuseField } from '../../kernel/steps.ts'
import type { Call, Preparing } from '../../kernel/verb.ts'
import { directory } from '../people/index.ts'
import { categories } from './categories.ts'

export interface Place {
  /** The category itself, once it exists. */
  id?: string
  name: string
  parentId: string | null
  departmentId: string | null
}

/** Whether a category may stand there: under a parent in use, not beneath itself, with a name of its own among its siblings. */
export function refusePlace(place: Place, call: Call): Refusal | undefined {
  const tree = call.of(categories)
  const { id, parentId, departmentId } = place
  const parent = parentId === null ? undefined : tree.byId(parentId)
  if (parentId !== null && !parent) return refuseField('parentId', 'unknown_id')
  if (parent?.archived) return refuseField('parentId', 'archived')
  if (parentId !== null && id && tree.isWithin(parentId, id)) return refuseField('parentId', 'category.loop')
  const twin = tree.all.find(
    other => other.parentId === parentId && other.id !== id && !other.archived && fold(other.name) === fold(place.name),
  )
  if (twin) return refuseField('name', 'taken')
  const department = departmentId === null ? undefined : call.of(directory).departments.get(departmentId)
  if (departmentId !== null && !department) return refuseField('departmentId', 'unknown_id')
  return department?.archived ? refuseField('departmentId', 'archived') : undefined
}

/** Templates are a later room's: whether there is one that new tickets can have is looked up. */
export async function knownTemplate({ db }: Preparing, templateId: string | null | undefined): Promise<void> {
  if (!templateId) return
  const { rows } = await sql<{ archived: boolean }>`
    select archived_at is not null as archived from templates where id = ${templateId} and owner = 'ticket'`.execute(db)
  const [found] = rows
  if (!found) throw invalidField('templateId', 'unknown_id')
  if (found.archived) throw invalidField('templateId', 'archived')
}
