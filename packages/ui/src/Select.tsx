import type { ReactNode } from 'react'
import type { Tie } from './Field.tsx'
import { Icon } from './Icon.tsx'
import style from './Select.module.css'

interface Props<V extends string> {
  tie?: Tie
  /** Where no label is tied to it. */
  label?: string
  value: V
  onChange: (value: V) => void
  options: readonly { value: V; label: string }[]
  disabled?: boolean
  autoFocus?: boolean
  /** Pixels; without it as wide as its longest word. */
  width?: number
}

/** One of a few, by the browser's own control: the quickest by keyboard, the best on a phone. */
export function Select<V extends string>({
  tie,
  label,
  value,
  onChange,
  options,
  disabled,
  autoFocus,
  width,
}: Props<V>): ReactNode {
  return (
    <span className={style.box} {...(width && { style: { width } })}>
      <select
        {...tie}
        {...(label && { 'aria-label': label })}
        className={style.select}
        value={value}
        disabled={disabled}
        // biome-ignore lint/a11y/noAutofocus: what has just been added is chosen next
        autoFocus={autoFocus}
        onChange={event => onChange(event.target.value as V)}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={14} className={style.arrow} />
    </span>
  )
}
