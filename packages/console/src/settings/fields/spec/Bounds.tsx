import type { FieldSpec } from '@baton/contract'
import { Field } from '@baton/ui'
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import style from './spec.module.css'

interface MostProps {
  label: string
  value: number
  least?: number
  most: number
  error: string | undefined
  onChange: (value: number | null) => void
}

/** A whole number within bounds. */
export function Most({ label, value, least = 1, most, error, onChange }: MostProps): ReactNode {
  return (
    <Field label={label} error={error}>
      {tie => (
        <InputNumber
          {...tie}
          style={{ width: '100%' }}
          min={least}
          max={most}
          precision={0}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

type Bounded = Extract<FieldSpec, { kind: 'number' | 'amount' }>

/** The least and the most that a number may be. */
export function Bounds({
  spec,
  onChange,
  error,
}: {
  spec: Bounded
  onChange: (spec: Bounded) => void
  error: string | undefined
}): ReactNode {
  const { t } = useWords()
  const bound = (key: 'min' | 'max') => (
    <Field label={t(`fields.${key}`)} error={key === 'max' ? error : undefined}>
      {tie => (
        <InputNumber
          {...tie}
          style={{ width: '100%' }}
          controls={false}
          placeholder={t('fields.unbounded')}
          value={spec[key] ?? null}
          onChange={value => onChange({ ...spec, [key]: value ?? undefined })}
        />
      )}
    </Field>
  )
  return (
    <div className={style.pair}>
      {bound('min')}
      {bound('max')}
    </div>
  )
}
