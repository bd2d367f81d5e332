import { type Catalogue, type Condition, type ConditionLeaf, operators } from '@baton/contract'
import { lengthOf } from './length.ts'
import { operatorsOf } from './offered.ts'

export type Group = { all: Condition[] } | { any: Condition[] }
export type Joint = 'all' | 'any'

export const isGroup = (condition: Condition): condition is Group => 'all' in condition || 'any' in condition
export const isLeaf = (condition: Condition): condition is ConditionLeaf => 'field' in condition
export const jointOf = (group: Group): Joint => ('all' in group ? 'all' : 'any')
export const partsOf = (group: Group): Condition[] => ('all' in group ? group.all : group.any)
export const groupOf = (joint: Joint, parts: Condition[]): Group => (joint === 'all' ? { all: parts } : { any: parts })

/** Whether something has the form of a condition at all; what its leaves ask is the server's to judge. */
export function isCondition(value: unknown): value is Condition {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const node = value as Record<string, unknown>
  if (typeof node.field === 'string') return typeof node.op === 'string'
  const keys = Object.keys(node)
  if (keys.length !== 1) return false
  if (keys[0] === 'not') return isCondition(node.not)
  const parts = node.all ?? node.any
  return Array.isArray(parts) && parts.every(isCondition)
}

/** Whether sentences can say it: known fields, values that have a control, groups two deep. */
export function canBuild(condition: Condition, catalogue: Catalogue, depth = 0): boolean {
  if (isGroup(condition)) return depth < 2 && partsOf(condition).every(part => canBuild(part, catalogue, depth + 1))
  if (!isLeaf(condition)) return false
  const field = catalogue[condition.field]
  if (!field || !operatorsOf(field).includes(condition.op)) return false
  return operators[field.type][condition.op] !== 'duration' || lengthOf(String(condition.value)) !== undefined
}

/** The values of a leaf as a list, whatever its operator takes. */
export const valuesOf = (leaf: ConditionLeaf): unknown[] => (leaf.value === undefined ? [] : [leaf.value].flat())

/** A leaf is finished when its operator has the values that it wants. */
export function isFinished(condition: Condition): boolean {
  if (isGroup(condition)) {
    const parts = partsOf(condition)
    return parts.length > 0 && parts.every(part => isFinished(part))
  }
  if (!isLeaf(condition)) return true
  return (
    condition.op === 'isEmpty' ||
    condition.op === 'isNotEmpty' ||
    valuesOf(condition).some(value => value !== '' && value !== null)
  )
}
