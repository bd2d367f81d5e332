import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { clockOf } from '../clockTime.ts'
import style from './Week.module.css'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  isWrong: boolean
  describedBy?: string
  autoFocus?: boolean
}

/** A time of day. The browser's own field knows no 24:00 and follows its own language, so this one is typed: `9`, `930`. */
export function TimeInput({ label, value, onChange, isWrong, describedBy, autoFocus = false }: Props): ReactNode {
  const [typing, setTyping] = useState(false)
  return (
    <Input
      className={style.time ?? ''}
      aria-label={label}
      // Half a time is no wrong one while it is typed.
      {...(isWrong && !typing && { 'aria-invalid': true as const })}
      {...(describedBy && { 'aria-describedby': describedBy })}
      inputMode="numeric"
      autoComplete="off"
      autoFocus={autoFocus}
      maxLength={5}
      placeholder="00:00"
      value={value}
      onFocus={() => setTyping(true)}
      onChange={event => onChange(event.target.value)}
      onBlur={() => {
        setTyping(false)
        const time = clockOf(value)
        if (time && time !== value) onChange(time)
      }}
    />
  )
}
