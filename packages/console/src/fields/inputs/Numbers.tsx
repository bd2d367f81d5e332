import { decimalsOf } from '@baton/contract'
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import type { InputProps } from './input.ts'

/** What is out of bounds is told, not bent: whoever typed it sees what they typed. */
export function NumberInput({ tie, spec, value, onChange, disabled }: InputProps<'number'>): ReactNode {
  return (
    <InputNumber
      {...tie}
      style={{ width: '100%' }}
      controls={false}
      inputMode={spec.decimals > 0 ? 'decimal' : 'numeric'}
      disabled={disabled}
      suffix={spec.unit}
      placeholder={boundsText(spec)}
      value={typeof value === 'number' ? value : null}
      onChange={next => onChange(next)}
    />
  )
}

export function AmountInput({ tie, spec, value, onChange, disabled }: InputProps<'amount'>): ReactNode {
  const { i18n } = useWords()
  return (
    <InputNumber
      {...tie}
      style={{ width: '100%' }}
      controls={false}
      inputMode={decimalsOf(spec.currency) > 0 ? 'decimal' : 'numeric'}
      disabled={disabled}
      prefix={symbolOf(spec.currency, i18n.language)}
      placeholder={boundsText(spec)}
      value={typeof value === 'number' ? value : null}
      onChange={next => onChange(next)}
    />
  )
}

function boundsText({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (min !== undefined && max !== undefined) return `${min} – ${max}`
  return min !== undefined ? `≥ ${min}` : max !== undefined ? `≤ ${max}` : ''
}

const symbolOf = (currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency
