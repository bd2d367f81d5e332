import { fold } from '@baton/contract'
import { type Refusal, refuse, refuseField } from '../../../kernel/steps.ts'
import type { Directory } from '../directory.ts'

interface Place {
  id: string
  name: string
  parentId: string | null
  managerIds: readonly string[]
  /** The managers it has already: they may have been disabled meanwhile. */
  kept: readonly string[]
}

/** Why a department cannot stand there under that name: nothing beneath itself, no two of a name side by side. */
export function misplaced({ id, name, parentId, managerIds, kept }: Place, directory: Directory): Refusal | undefined {
  const parent = parentId === null ? undefined : directory.departments.get(parentId)
  if (parentId !== null && !parent) return refuseField('parentId', 'unknown_id')
  if (parent?.archived) return refuseField('parentId', 'archived')
  if (parent && directory.departmentsUnder(id).includes(parent.id)) return refuse('department.loop')
  const namesakes = [...directory.departments.values()].filter(
    other => other.id !== id && !other.archived && other.parentId === parentId && fold(other.name) === fold(name),
  )
  if (namesakes.length > 0) return refuseField('name', 'taken')
  for (const [at, managerId] of managerIds.entries()) {
    const manager = directory.agents.get(managerId)
    if (!manager) return refuseField(`managerIds.${at}`, 'unknown_id')
    if (manager.status === 'disabled' && !kept.includes(managerId)) return refuseField(`managerIds.${at}`, 'disabled')
  }
  return undefined
}
