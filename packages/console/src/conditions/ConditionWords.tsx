import type { Condition } from '@baton/contract'
import { operators } from '@baton/contract'
import type { ReactNode } from 'react'
import { isGroup, isLeaf, jointOf, partsOf, valuesOf } from './condition.ts'
import { useAskable } from './useAskable.ts'
import { useFieldName } from './useFieldName.ts'
import { useValueNames } from './useValueNames.ts'
import { useConditionWords } from './words/index.ts'

/** A condition as a sentence; the same everywhere. */
export function ConditionWords({ condition, kind }: { condition: Condition; kind: string }): ReactNode {
  return useConditionText()(condition, kind)
}

export function useConditionText(): (condition: Condition, kind: string) => string {
  const { t } = useConditionWords()
  const fieldName = useFieldName()
  const names = useValueNames()
  const askable = useAskable()
  const tell = (condition: Condition, kind: string, inside: boolean): string => {
    if (isGroup(condition)) {
      const parts = partsOf(condition)
      const joint = jointOf(condition)
      if (parts.length === 0) return t(joint === 'all' ? 'always' : 'never')
      const words = parts.map(part => tell(part, kind, parts.length > 1)).join(t(joint))
      return inside && parts.length > 1 ? t('bracket', { words }) : words
    }
    if (!isLeaf(condition)) return 'not' in condition ? t('not', { words: tell(condition.not, kind, false) }) : '?'
    const field = askable(kind).catalogue[condition.field]
    const shape = field && operators[field.type][condition.op]
    const values = valuesOf(condition).map(value => names.nameOf(kind, field, condition.field, value))
    const op = t(`op.${condition.op}`)
    const name = fieldName(kind, condition.field)
    // What is so or not is said by its name alone.
    if (field?.type === 'boolean' && condition.op === 'is')
      return t(condition.value === true ? 'leafTrue' : 'leafFalse', { field: name })
    if (shape === 'none') return t('leafBare', { field: name, op })
    return t('leaf', { field: name, op, values: values.join(t('comma')) })
  }
  return (condition, kind) => tell(condition, kind, false)
}
