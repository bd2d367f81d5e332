import type { ReactNode } from 'react'

/** The mark: a baton between two hands, drawn as two strokes that meet. */
export function Brand({ size = 26 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" role="img" aria-label="Baton">
      <rect width="28" height="28" rx="8" fill="var(--accent)" />
      <path d="M8.5 19.5L19.5 8.5" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" />
      <circle cx="8.5" cy="10" r="2" fill="#fff" opacity="0.75" />
      <circle cx="19.5" cy="18" r="2" fill="#fff" opacity="0.75" />
    </svg>
  )
}
