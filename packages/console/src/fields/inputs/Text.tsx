import { Input } from 'antd'
import type { ReactNode } from 'react'
import { type InputProps, textOf } from './input.ts'

const modes = { any: 'text', digits: 'numeric', code: 'text', email: 'email', url: 'url', idCard: 'text' } as const

export function TextInput({ tie, spec, value, onChange, disabled }: InputProps<'text'>): ReactNode {
  return (
    <Input
      {...tie}
      autoComplete="off"
      inputMode={modes[spec.format]}
      disabled={disabled}
      maxLength={spec.most}
      value={textOf(value)}
      onChange={event => onChange(event.target.value || null)}
    />
  )
}

export function LongTextInput({ tie, spec, value, onChange, disabled }: InputProps<'longText'>): ReactNode {
  return (
    <Input.TextArea
      {...tie}
      autoSize={{ minRows: 2, maxRows: 10 }}
      disabled={disabled}
      maxLength={spec.most}
      value={textOf(value)}
      onChange={event => onChange(event.target.value || null)}
    />
  )
}
