import { type ConditionLeaf, type Field, type Operator, operators } from '@baton/contract'
import { Combobox, Select } from '@baton/ui'
import type { ReactNode } from 'react'
import style from './ConditionEditor.module.css'
import { lengthOf } from './length.ts'
import { operatorsOf } from './offered.ts'
import { useAskable } from './useAskable.ts'
import { useFieldName } from './useFieldName.ts'
import { ValueEditor } from './ValueEditor.tsx'
import { useConditionWords } from './words/index.ts'

interface Props {
  kind: string
  value: ConditionLeaf
  onChange: (leaf: ConditionLeaf) => void
}

/** Field, operator, value: one sentence. */
export function LeafEditor({ kind, value, onChange }: Props): ReactNode {
  const { t } = useConditionWords()
  const fieldName = useFieldName()
  const { catalogue, offered } = useAskable()(kind)
  const field = catalogue[value.field]
  if (!field) return null
  const shape = operators[field.type][value.op]
  return (
    <div className={style.leaf}>
      <Combobox
        label={t('fieldLabel')}
        value={value.field}
        onChange={id => id && id !== value.field && onChange(begin(id, catalogue[id]))}
        options={(offered.includes(value.field) ? offered : [value.field, ...offered]).map(id => ({
          value: id,
          label: fieldName(kind, id),
          also: id,
        }))}
        emptyText={t('noMatch')}
      />
      <Select<Operator>
        label={t('opLabel')}
        value={value.op}
        onChange={op => onChange(asked(value, op, field))}
        options={operatorsOf(field).map(op => ({ value: op, label: t(`op.${op}`) }))}
      />
      {shape && shape !== 'none' && (
        <ValueEditor kind={kind} field={field} leaf={value} shape={shape} onChange={onChange} />
      )}
    </div>
  )
}

function begin(id: string, field: Field | undefined): ConditionLeaf {
  if (!field) return { field: id, op: 'isNotEmpty' }
  if (field.type === 'boolean') return { field: id, op: 'is', value: true }
  if (field.type === 'date' || field.type === 'time') return { field: id, op: 'after', value: '$now' }
  if (field.type === 'number') return asked({ field: id, op: 'atMost' }, 'atMost', field)
  const op = operatorsOf(field).find(one => operators[field.type][one] === 'many') ?? operatorsOf(field)[0] ?? 'is'
  return asked({ field: id, op }, op, field)
}

const isLength = (value: unknown): boolean => typeof value === 'string' && lengthOf(value) !== undefined

/** The same values, as far as the new operator takes them. */
function asked(leaf: ConditionLeaf, op: Operator, field: Field): ConditionLeaf {
  const shape = operators[field.type][op]
  const values = [leaf.value ?? []].flat()
  if (shape === 'none') return { field: leaf.field, op }
  if (shape === 'many') return { field: leaf.field, op, value: values }
  if (shape === 'duration') return { field: leaf.field, op, value: values.find(isLength) ?? 'P7D' }
  if (field.type === 'date' || field.type === 'time')
    return { field: leaf.field, op, value: values.find(value => value !== '' && !isLength(value)) ?? '$now' }
  const one = values.find(value => typeof value !== 'string' || !value.startsWith('$me.'))
  return { field: leaf.field, op, value: one ?? (field.type === 'boolean' ? true : '') }
}
