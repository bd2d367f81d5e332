import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react'
import style from './Combobox.module.css'
import type { Tie } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useInSight } from './useInSight.ts'

export interface Option {
  value: string
  /** What it is called, and what typing is compared with. */
  label: string
  /** Further words to find it by: pinyin, a number. */
  also?: string
  face?: ReactNode
  group?: string
}

interface Props {
  tie?: Tie
  /** Where no label is tied to it. */
  label?: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  emptyText: string
  clearLabel?: string
  autoFocus?: boolean
  disabled?: boolean
  loading?: boolean
  onType?: (text: string) => void
}

/** A field that is typed into to choose one of many; arrows, Enter and Escape work as expected. */
export function Combobox(props: Props): ReactNode {
  const {
    tie,
    label,
    options,
    value,
    onChange,
    placeholder,
    emptyText,
    clearLabel,
    autoFocus,
    disabled,
    loading,
    onType,
  } = props
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState<string>()
  const [at, setAt] = useState(0)
  const open = text !== undefined
  const list = useInSight(open)
  const chosen = options.find(option => option.value === value)
  const found = useMemo(() => matching(options, text ?? ''), [options, text])
  const active = found[Math.min(at, found.length - 1)]

  const type = (next: string | undefined) => {
    setText(next)
    setAt(0)
    if (next !== undefined) onType?.(next)
  }
  const choose = (option: Option) => {
    onChange(option.value)
    setText(undefined)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return type('')
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Enter' && open && active && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      event.preventDefault()
      setText(undefined)
    } else if (event.key === 'Backspace' && !open && value !== null && clearLabel) onChange(null)
  }

  return (
    <div className={style.box}>
      <input
        ref={input}
        {...tie}
        {...(label && { 'aria-label': label })}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(open && active && { 'aria-activedescendant': `${listId}-${active.value}` })}
        className={style.input}
        value={text ?? chosen?.label ?? ''}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: sheets put the cursor where work begins
        autoFocus={autoFocus}
        autoComplete="off"
        disabled={disabled}
        onClick={() => !open && type('')}
        onChange={event => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => setText(undefined)}
      />
      {clearLabel && value !== null && !open && !disabled ? (
        <button
          type="button"
          className={style.end}
          aria-label={clearLabel}
          onClick={() => {
            onChange(null)
            input.current?.focus()
          }}
        >
          <Icon name="close" size={14} />
        </button>
      ) : (
        <span className={style.end}>
          <Icon name="down" size={14} />
        </span>
      )}
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label ?? placeholder ?? emptyText}
        className={style.list}
        hidden={!open}
      >
        {open && found.length === 0 && <div className={style.empty}>{loading ? '…' : emptyText}</div>}
        {open &&
          found.map((option, index) => (
            <div key={option.value}>
              {option.group && option.group !== found[index - 1]?.group && (
                <div className={style.group}>{option.group}</div>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input */}
              <div
                id={`${listId}-${option.value}`}
                role="option"
                aria-selected={option === active}
                className={style.option}
                ref={option === active ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
                onMouseMove={() => setAt(index)}
                onMouseDown={event => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.face ?? option.label}
                {option.value === value && <Icon name="check" size={14} className={style.check} />}
              </div>
            </div>
          ))}
      </div>
    </div>
  )
}

const shownAtMost = 60

function matching(options: readonly Option[], text: string): Option[] {
  const wanted = text.trim().toLowerCase()
  const found = wanted
    ? options.filter(option => `${option.label} ${option.also ?? ''}`.toLowerCase().includes(wanted))
    : options
  return found.slice(0, shownAtMost)
}
