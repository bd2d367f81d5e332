import type { Tie } from '@baton/ui'
import type { ReactNode } from 'react'
import style from './Until.module.css'

interface Props {
  tie: Tie
  /** ISO 8601 with offset. */
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A day and a time in the reader's zone, by the browser's own picker. */
export function Until({ tie, value, onChange }: Props): ReactNode {
  return (
    <input
      {...tie}
      type="datetime-local"
      className={style.input}
      min={local(new Date())}
      value={value ? local(new Date(value)) : ''}
      onChange={event => onChange(event.target.value ? new Date(event.target.value).toISOString() : undefined)}
    />
  )
}

function local(time: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`
}
