import type { ConditionLeaf, ConditionValue, Field, ValueShape } from '@baton/contract'
import { Combobox, PickMany, Select } from '@baton/ui'
import { Input, InputNumber } from 'antd'
import { type ReactNode, useId } from 'react'
import { CustomerInput } from '../fields/inputs/Records.tsx'
import { dayOf, minuteOf } from '../fields/values.ts'
import style from './ConditionEditor.module.css'
import { valuesOf } from './condition.ts'
import { LengthEditor } from './LengthEditor.tsx'
import { useValueNames } from './useValueNames.ts'
import { useConditionWords } from './words/index.ts'

interface Props {
  kind: string
  field: Field
  leaf: ConditionLeaf
  shape: ValueShape
  onChange: (leaf: ConditionLeaf) => void
}

/** What a sentence compares with: chosen where there is a choice, typed where there is none. */
export function ValueEditor({ kind, field, leaf, shape, onChange }: Props): ReactNode {
  const { t } = useConditionWords()
  const names = useValueNames()
  const values = valuesOf(leaf).map(String)
  const options = names.choices(kind, field, leaf.field)
  const many = shape === 'many'
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
  if (shape === 'duration') return <LengthEditor text={values[0] ?? ''} put={put} />
  if (field.type === 'date' || field.type === 'time') return <MomentEditor type={field.type} leaf={leaf} put={put} />
  if (field.to === 'customer') return <CustomerEditor value={values[0] ?? null} put={put} />
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

interface MomentProps {
  type: 'date' | 'time'
  leaf: ConditionLeaf
  put: (value: ConditionValue) => void
}

/** Now, or a day or moment that is written down. */
function MomentEditor({ type, leaf, put }: MomentProps): ReactNode {
  const { t } = useConditionWords()
  const isNow = typeof leaf.value !== 'string' || leaf.value === '$now'
  const given = isNow ? '' : String(leaf.value)
  const now = new Date()
  return (
    <span style={{ display: 'flex', gap: 8, minWidth: 0 }}>
      <Select<'now' | 'at'>
        label={t('valueLabel')}
        value={isNow ? 'now' : 'at'}
        onChange={next => put(next === 'now' ? '$now' : type === 'date' ? dayOf(now) : now.toISOString())}
        options={[
          { value: 'now', label: t(type === 'date' ? 'today' : 'now') },
          { value: 'at', label: t('at') },
        ]}
      />
      {!isNow && (
        <input
          aria-label={t('at')}
          type={type === 'date' ? 'date' : 'datetime-local'}
          className={style.moment}
          value={type === 'date' ? given : given && minuteOf(new Date(given))}
          onChange={event => {
            const text = event.target.value
            if (text) put(type === 'date' ? text : new Date(text).toISOString())
          }}
        />
      )}
    </span>
  )
}

function CustomerEditor({ value, put }: { value: string | null; put: (value: ConditionValue) => void }): ReactNode {
  const { t } = useConditionWords()
  const id = useId()
  return (
    <CustomerInput
      tie={{ id }}
      label={t('valueLabel')}
      spec={{ kind: 'customer' }}
      value={value}
      onChange={next => put(typeof next === 'string' ? next : '')}
      disabled={false}
      wrongAt={() => undefined}
    />
  )
}

/** What was typed, each once; numbers as numbers. */
function settled(field: Field, values: readonly string[]): ConditionValue[] {
  const said = [...new Set(values.filter(Boolean))]
  return field.type === 'number' ? said.map(Number).filter(Number.isFinite) : said
}
