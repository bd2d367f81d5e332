import { Chip, type Tie } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import style from './Tags.module.css'

interface Props {
  tie: Tie
  value: readonly string[]
  onChange: (tags: string[]) => void
  disabled?: boolean
  /** Said while there is none. */
  placeholder?: string
}

const most = 50

/** Tags, put on by Enter or a comma, taken off by a click or Backspace. */
export function Tags({ tie, value, onChange, disabled = false, placeholder }: Props): ReactNode {
  const { t } = useWords()
  const [text, setText] = useState('')
  const add = () => {
    const tag = text.trim()
    setText('')
    if (tag && !value.includes(tag)) onChange([...value, tag])
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === ',' || event.key === '\uff0c') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && !text && value.length > 0) onChange(value.slice(0, -1))
  }
  return (
    <div className={style.box} data-disabled={disabled || undefined}>
      {value.map(tag => (
        <Chip
          key={tag}
          onRemove={
            disabled
              ? undefined
              : { label: t('ticket.removeTag', { tag }), run: () => onChange(value.filter(other => other !== tag)) }
          }
        >
          {tag}
        </Chip>
      ))}
      <input
        {...tie}
        className={style.input}
        disabled={disabled}
        maxLength={most}
        value={text}
        placeholder={value.length === 0 ? (placeholder ?? t('ticket.addTag')) : ''}
        onChange={event => setText(event.target.value)}
        onKeyDown={press}
        onBlur={add}
      />
    </div>
  )
}
