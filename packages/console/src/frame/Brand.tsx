import type { ReactNode } from 'react'

/** The mark: a baton, half of it in one hand and half in the next. */
export function Brand({ size = 28 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" role="img" aria-label="Baton">
      <rect width="28" height="28" rx="8" fill="var(--accent)" />
      <g transform="rotate(-45 14 14)">
        <path d="M13.25 10.5H7.75a3.5 3.5 0 0 0 0 7h5.5z" fill="#fff" opacity="0.6" />
        <path d="M14.75 10.5h5.5a3.5 3.5 0 0 1 0 7h-5.5z" fill="#fff" />
      </g>
    </svg>
  )
}
