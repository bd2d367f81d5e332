import { IconButton } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import style from '../fields.module.css'
import { addressOf } from '../link.ts'
import { useFieldWords } from '../words/index.ts'
import { type InputProps, textOf } from './input.ts'

/** A number in another system, with the way to it. */
export function ReferenceInput({ tie, spec, value, onChange, disabled }: InputProps<'reference'>): ReactNode {
  const { t } = useFieldWords()
  const text = textOf(value)
  const address = addressOf(spec.address, text)
  return (
    <span className={style.beside}>
      <Input
        {...tie}
        autoComplete="off"
        disabled={disabled}
        maxLength={200}
        value={text}
        onChange={event => onChange(event.target.value || null)}
      />
      {address && (
        <IconButton icon="out" label={t('link.open')} onClick={() => window.open(address, '_blank', 'noopener')} />
      )}
    </span>
  )
}

export function PhoneInput({ tie, value, onChange, disabled }: InputProps<'phone'>): ReactNode {
  return (
    <Input
      {...tie}
      type="tel"
      autoComplete="off"
      disabled={disabled}
      maxLength={60}
      value={textOf(value)}
      onChange={event => onChange(event.target.value || null)}
    />
  )
}
