import { type ReactNode, useId } from 'react'
import style from './Field.module.css'

interface Props {
  label: ReactNode
  /** What is wrong with it, in a sentence. */
  error?: string | undefined
  hint?: ReactNode
  /** Gets the ids that tie the control to its label and its words. */
  children: (tie: Tie) => ReactNode
}

export interface Tie {
  id: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

/** A label, a control, and the words beneath it. */
export function Field({ label, error, hint, children }: Props): ReactNode {
  const id = useId()
  const words = error ?? hint
  return (
    <div className={style.field}>
      <label htmlFor={id} className={style.label}>
        {label}
      </label>
      {children({
        id,
        ...(error && { 'aria-invalid': true as const }),
        ...(words && { 'aria-describedby': `${id}-words` }),
      })}
      {words && (
        <div id={`${id}-words`} className={error ? style.error : style.hint} {...(error && { role: 'alert' })}>
          {words}
        </div>
      )}
    </div>
  )
}
