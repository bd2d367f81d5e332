import { type ReactNode, useState } from 'react'
import { Icon } from './Icon.tsx'
import style from './Secret.module.css'

interface Props {
  /** What it is: 初始密码. */
  label: string
  value: string
  /** That it is shown this once, and what to do with it. */
  hint: string
  copyLabel: string
  copiedLabel: string
}

/** Something shown once: a password, a token. Selectable as a whole, and copied by one press. */
export function Secret({ label, value, hint, copyLabel, copiedLabel }: Props): ReactNode {
  const [copied, set] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => {
        set(true)
        setTimeout(() => set(false), 2500)
      },
      () => undefined, // it can be selected by hand
    )
  return (
    <div className={style.secret}>
      <div className={style.label}>{label}</div>
      <div className={style.line}>
        <code className={style.value}>{value}</code>
        <button type="button" className={style.copy} onClick={() => void copy()}>
          <Icon name={copied ? 'check' : 'copy'} size={14} />
          <span aria-live="polite">{copied ? copiedLabel : copyLabel}</span>
        </button>
      </div>
      <p className={style.hint}>{hint}</p>
    </div>
  )
}
