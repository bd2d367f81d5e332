import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import style from './IconButton.module.css'

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  icon: IconName
  /** What it does; read aloud and shown as a hint. */
  label: string
  /** The key that does the same, shown in the hint. */
  keys?: string | undefined
  on?: boolean | undefined
  size?: number
  ref?: Ref<HTMLButtonElement>
}

/** A button of one icon. */
export function IconButton({ icon, label, keys, on, size = 16, className, ...rest }: Props): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      data-hint={label}
      {...(keys && { 'data-keys': keys })}
      {...(on !== undefined && { 'aria-pressed': on })}
      className={[style.button, on && style.on, className].filter(Boolean).join(' ')}
      {...rest}
    >
      <Icon name={icon} size={size} />
    </button>
  )
}
