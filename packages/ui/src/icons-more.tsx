import type { ReactNode } from 'react'

const dot = (cx: number, cy: number) => <circle cx={cx} cy={cy} r="1.2" fill="currentColor" stroke="none" />

/** The other half: as many as fit a file. */
export const morePaths = {
  side: (
    <>
      <rect x="3.5" y="5" width="17" height="14" rx="2" />
      <path d="M14.5 5v14" />
    </>
  ),
  density: <path d="M4 5.5h16M4 9.8h16M4 14.2h16M4 18.5h16" />,
  sort: <path d="M7 5v14M3.5 15.5L7 19l3.5-3.5M13 7h7.5M13 12h5.5M13 17h3.5" />,
  filter: <path d="M4 6.5h16M7 12h10M10 17.5h4" />,
  table: (
    <>
      <rect x="3.8" y="5" width="16.4" height="14" rx="1.6" />
      <path d="M3.8 9.7h16.4M9.4 9.7V19M14.8 9.7V19" />
    </>
  ),
  board: (
    <>
      <rect x="4" y="5" width="4.6" height="14" rx="1.2" />
      <rect x="9.9" y="5" width="4.6" height="9" rx="1.2" />
      <rect x="15.8" y="5" width="4.6" height="11.5" rx="1.2" />
    </>
  ),
  bolt: <path d="M13 3.5 5.5 13.5h5.2L10 20.5l7.5-10h-5.2L13 3.5Z" />,
  refresh: <path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3l2.2 2.1M19.5 4.5v4.3h-4.3" />,
  edit: <path d="M5 19l1-4.2L16 4.8a1.8 1.8 0 0 1 2.5 0l.7.7a1.8 1.8 0 0 1 0 2.5L9.2 18z" />,
  copy: (
    <>
      <rect x="8.5" y="8.5" width="11" height="11" rx="1.8" />
      <path d="M5.5 15.5a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="3.8" />
      <path d="M12 3.5v1.8M12 18.7v1.8M3.5 12h1.8M18.7 12h1.8M6 6l1.3 1.3M16.7 16.7L18 18M18 6l-1.3 1.3M7.3 16.7L6 18" />
    </>
  ),
  moon: <path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z" />,
  screen: (
    <>
      <rect x="3.5" y="5" width="17" height="11.5" rx="1.8" />
      <path d="M9 20h6" />
    </>
  ),
  out: <path d="M14.5 4.5h-8a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h8M10.5 12H20M16.5 8.5L20 12l-3.5 3.5" />,
  keyboard: (
    <>
      <rect x="3" y="6.5" width="18" height="11.5" rx="2" />
      <path d="M7 10.5h.01M10.3 10.5h.01M13.7 10.5h.01M17 10.5h.01M8.5 14.5h7" />
    </>
  ),
  link: <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1" />,
  tag: (
    <>
      <path d="M4.5 5.5v5.8l8.2 8.2a1 1 0 0 0 1.4 0l5.4-5.4a1 1 0 0 0 0-1.4L11.3 4.5H5.5a1 1 0 0 0-1 1z" />
      {dot(8.5, 8.5)}
    </>
  ),
  flag: <path d="M6 20V4.5M6 5h11.5l-2 3.7 2 3.8H6" />,
  offline: (
    <path d="M4 4l16 16M8.5 14.5a5 5 0 0 1 5-1.3M5.5 11.3a9.3 9.3 0 0 1 3-1.9M12.5 8.6a9.3 9.3 0 0 1 6 2.7M2.8 8.2a13 13 0 0 1 3.5-2.2M10.5 4.9a13 13 0 0 1 10.7 3.3M12 18h.01" />
  ),
  key: (
    <>
      <circle cx="8" cy="15.5" r="4" />
      <path d="M11 12.5l8-8M16 7.5l2.5 2.5M13.5 10l1.5 1.5" />
    </>
  ),
  shield: <path d="M12 3.8l7 2.5v5.2c0 4.3-2.8 7.3-7 8.7-4.2-1.4-7-4.4-7-8.7V6.3z" />,
  building: <path d="M5 20V5a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v15M14 10h4a1 1 0 0 1 1 1v9M3.5 20h17M8 8h3M8 12h3M8 16h3" />,
  star: <path d="M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />,
  draft: <path d="M4.5 19.5h15M6 15.5l.8-3.2 8-8a1.6 1.6 0 0 1 2.3 0l.2.2a1.6 1.6 0 0 1 0 2.3l-8 8z" />,
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
  language: (
    <path d="M4 6.5h9M8.5 4.5v2M6 6.5c.7 3.4 3 6 6.5 7.5M11 6.5c-.7 3.8-3 6.3-6.5 7.5M12 19.5l4-9.5 4 9.5M13.4 16.5h5.2" />
  ),
} as const satisfies Record<string, ReactNode>
