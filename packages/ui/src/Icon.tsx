import type { ReactNode } from 'react'
import { paths } from './icons.tsx'

export type IconName = keyof typeof paths

interface Props {
  name: IconName
  /** Pixels; 16 in text, 20 in the rail. */
  size?: number
  /** Read aloud; without it the icon is decoration beside words. */
  label?: string
  className?: string | undefined
}

/** One line icon, drawn with the ink around it. */
export function Icon({ name, size = 16, label, className }: Props): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size >= 20 ? 1.7 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      style={{ flex: 'none' }}
      role={label ? 'img' : 'presentation'}
      aria-label={label}
      aria-hidden={!label}
    >
      {paths[name]}
    </svg>
  )
}
