import type { ConditionLeaf, ConditionValue, Field } from '@baton/contract'
import { Combobox, PickMany, Select } from '@baton/ui'
import { Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { valuesOf } from './condition.ts'
import { useValueNames } from './useValueNames.ts'
import { useConditionWords } from './words/index.ts'

interface Props {
  field: Field
  leaf: ConditionLeaf
  many: boolean
  onChange: (leaf: ConditionLeaf) => void
}

/** What a sentence compares with: chosen where there is a choice, typed where there is none. */
export function ValueEditor({ field, leaf, many, onChange }: Props): ReactNode {
  const { t } = useConditionWords()
  const names = useValueNames()
  const values = valuesOf(leaf).map(String)
  const options = names.choices(field, leaf.field)
  const put = (value: ConditionValue | ConditionValue[]) => onChange({ ...leaf, value })

  if (field.type === 'boolean')
    return (
      <Select<'true' | 'false'>
        label={t('valueLabel')}
        value={leaf.value === false ? 'false' : 'true'}
        onChange={next => put(next === 'true')}
        options={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
      />
    )
  if (field.type === 'number' && !many)
    return (
      <InputNumber
        aria-label={t('valueLabel')}
        value={typeof leaf.value === 'number' ? leaf.value : null}
        onChange={next => put(next ?? '')}
      />
    )
  const isChosen = options.length > 0 || field.to !== undefined
  if (many && isChosen)
    return (
      <PickMany
        options={options}
        value={values}
        onChange={next => put(next.length === 1 && next[0]?.startsWith('$me') ? next[0] : next)}
        placeholder={t('addValue')}
        emptyText={t('noMatch')}
        removeLabel={name => t('removeValue', { name })}
      />
    )
  if (isChosen)
    return (
      <Combobox
        label={t('valueLabel')}
        options={options.filter(option => !option.value.startsWith('$me.'))}
        value={values[0] ?? null}
        onChange={next => put(next ?? '')}
        placeholder={t('chooseValue')}
        emptyText={t('noMatch')}
      />
    )
  return (
    <Input
      aria-label={t('valueLabel')}
      placeholder={many ? t('typeMany') : t('typeOne')}
      value={values.join(' ')}
      onChange={event => put(many ? event.target.value.split(/[\s,,、]/) : event.target.value)}
      onBlur={() => many && put(settled(field, values))}
    />
  )
}

/** What was typed, each once; numbers as numbers. */
function settled(field: Field, values: readonly string[]): ConditionValue[] {
  const said = [...new Set(values.filter(Boolean))]
  return field.type === 'number' ? said.map(Number).filter(Number.isFinite) : said
}
