import type { ReactNode } from 'react'
import style from '../fields.module.css'
import { minuteOf } from '../values.ts'
import { type InputProps, textOf } from './input.ts'

/** By the browser's own pickers: quick by keyboard, right on a phone, in the reader's language. */
export function DateInput({ tie, value, onChange, disabled }: InputProps<'date'>): ReactNode {
  return (
    <input
      {...tie}
      type="date"
      className={style.native}
      disabled={disabled}
      max="9999-12-31"
      value={textOf(value)}
      onChange={event => onChange(event.target.value || null)}
    />
  )
}

/** ISO 8601 outside, the reader's clocks inside. */
export function TimeInput({ tie, value, onChange, disabled }: InputProps<'time'>): ReactNode {
  const at = textOf(value)
  return (
    <input
      {...tie}
      type="datetime-local"
      className={style.native}
      disabled={disabled}
      max="9999-12-31T23:59"
      value={at && !Number.isNaN(Date.parse(at)) ? minuteOf(new Date(at)) : ''}
      onChange={event => {
        const time = event.target.value ? new Date(event.target.value) : undefined
        onChange(time && !Number.isNaN(time.getTime()) ? time.toISOString() : null)
      }}
    />
  )
}
