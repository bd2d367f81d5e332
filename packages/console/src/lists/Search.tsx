import { Icon, IconButton } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import style from './Search.module.css'

interface Props {
  value: string
  onChange: (text: string) => void
  label: string
  autoFocus?: boolean
}

/** The field above a list that narrows it while one types; Escape empties it. */
export function Search({ value, onChange, label, autoFocus = false }: Props): ReactNode {
  const { t } = useSharedWords()
  return (
    <Input
      className={style.search ?? ''}
      prefix={<Icon name="search" size={14} />}
      placeholder={label}
      aria-label={label}
      suffix={
        value && (
          <IconButton
            icon="close"
            size={14}
            label={t('word.clear')}
            className={style.clear}
            onClick={() => onChange('')}
          />
        )
      }
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
