import { type ReactNode, useId } from 'react'
import style from './Segmented.module.css'

export interface Choice<V extends string> {
  value: V
  label: ReactNode
}

interface Props<V extends string> {
  label: string
  choices: readonly Choice<V>[]
  value: V | undefined
  onChange: (value: V) => void
  disabled?: boolean
  /** Whether something is wrong with it, as its field says beneath. */
  invalid?: boolean
}

/** A few choices side by side, one of them taken; a radio group underneath. */
export function Segmented<V extends string>({
  label,
  choices,
  value,
  onChange,
  disabled,
  invalid,
}: Props<V>): ReactNode {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} {...(invalid && { 'aria-invalid': true })} className={style.group}>
      {choices.map(choice => (
        <label key={choice.value} className={style.choice}>
          <input
            type="radio"
            name={name}
            className="unseen"
            checked={choice.value === value}
            disabled={disabled}
            onChange={() => onChange(choice.value)}
          />
          <span className={style.face}>{choice.label}</span>
        </label>
      ))}
    </div>
  )
}
