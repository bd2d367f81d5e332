import { Icon } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import style from './Search.module.css'

interface Props {
  value: string
  onChange: (text: string) => void
  label: string
  autoFocus?: boolean
}

/** The field above a list that narrows it while one types; Escape empties it. */
export function Search({ value, onChange, label, autoFocus = false }: Props): ReactNode {
  return (
    <Input
      className={style.search ?? ''}
      prefix={<Icon name="search" size={14} />}
      placeholder={label}
      aria-label={label}
      allowClear
      autoFocus={autoFocus}
      maxLength={100}
      value={value}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !value) return
        event.stopPropagation()
        onChange('')
      }}
    />
  )
}
