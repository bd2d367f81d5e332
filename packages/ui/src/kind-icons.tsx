import type { ReactNode } from 'react'

const dot = (cx: number, cy: number) => <circle cx={cx} cy={cy} r="1.2" fill="currentColor" stroke="none" />

/** What kinds of things are drawn as, and what takes hold of them. On the same 24 grid. */
export const kindPaths = {
  grip: (
    <>
      {dot(9, 6.5)}
      {dot(15, 6.5)}
      {dot(9, 12)}
      {dot(15, 12)}
      {dot(9, 17.5)}
      {dot(15, 17.5)}
    </>
  ),
  number: <path d="M9.5 4.5l-2 15M16.5 4.5l-2 15M4.5 9.5H20M4 14.5h15.5" />,
  coin: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M8.8 7.8L12 12l3.2-4.2M12 12v4.8M9 12h6M9 14.5h6" />
    </>
  ),
  radio: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <circle cx="12" cy="12" r="3.2" fill="currentColor" stroke="none" />
    </>
  ),
  checks: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="2.5" />
      <path d="M8 12.2l2.8 2.8L16 9.4" />
    </>
  ),
  branch: <path d="M5 5.5h6M8 5.5v13M8 12h5M8 18.5h5M15.5 12h4M15.5 18.5h4" />,
  toggle: (
    <>
      <rect x="3" y="7" width="18" height="10" rx="5" />
      <circle cx="16" cy="12" r="2.4" fill="currentColor" stroke="none" />
    </>
  ),
  pin: (
    <>
      <path d="M12 20.5c4-4.6 6-7.9 6-10.6a6 6 0 0 0-12 0c0 2.7 2 6 6 10.6z" />
      <circle cx="12" cy="9.8" r="2.2" />
    </>
  ),
  formula: <path d="M15.5 5.5c-2.6-1.6-4.3-.6-4.8 2.4L9 17c-.5 2.6-2 3.5-4 2.5M7.5 10.5h7M14.5 13l5 6M19.5 13l-5 6" />,
  table: (
    <>
      <rect x="3.5" y="5" width="17" height="14" rx="1.8" />
      <path d="M3.5 9.7h17M3.5 14.3h17M9.5 9.7V19" />
    </>
  ),
} as const satisfies Record<string, ReactNode>
