import type { ReactNode } from 'react'
import { morePaths } from './icons-more.tsx'

const dot = (cx: number, cy: number) => <circle cx={cx} cy={cy} r="1.2" fill="currentColor" stroke="none" />

/** Drawn on a 24 grid. */
export const paths = {
  ...morePaths,
  inbox: (
    <>
      <path d="M4 13l2.2-7.2A1.6 1.6 0 0 1 7.7 4.6h8.6a1.6 1.6 0 0 1 1.5 1.2L20 13v4.8a1.6 1.6 0 0 1-1.6 1.6H5.6A1.6 1.6 0 0 1 4 17.8z" />
      <path d="M4 13h4.5a3.5 3.5 0 0 0 7 0H20" />
    </>
  ),
  done: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M8.5 12.2l2.5 2.5 4.6-5" />
    </>
  ),
  all: <path d="M4 6.5h16M4 12h16M4 17.5h16" />,
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M3 19.5c.4-3.3 2.8-5.3 6-5.3s5.6 2 6 5.3M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.7c2 .7 3.2 2.4 3.5 4.8" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="3.7" />
      <path d="M5 19.8c.5-3.6 3.2-5.6 7-5.6s6.5 2 7 5.6" />
    </>
  ),
  chart: <path d="M4.5 19.5h15M7.5 16v-5M12 16V5.5M16.5 16V9" />,
  settings: (
    <>
      <path d="M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9" />
      <circle cx="15.2" cy="7.5" r="2.2" />
      <circle cx="8.8" cy="16.5" r="2.2" />
    </>
  ),
  search: (
    <>
      <circle cx="10.8" cy="10.8" r="6.3" />
      <path d="M15.5 15.5L20 20" />
    </>
  ),
  help: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M9.6 9.6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2 1-1.2 1.9" />
      {dot(12, 16.4)}
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  check: <path d="M5 12.5l4.5 4.5L19 7" />,
  down: <path d="M6 9.5l6 6 6-6" />,
  right: <path d="M9.5 6l6 6-6 6" />,
  left: <path d="M14.5 6l-6 6 6 6" />,
  up: <path d="M6 14.5l6-6 6 6" />,
  more: (
    <>
      {dot(5.5, 12)}
      {dot(12, 12)}
      {dot(18.5, 12)}
    </>
  ),
  mail: (
    <>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
      <path d="M4 7.5l8 6 8-6" />
    </>
  ),
  form: (
    <>
      <rect x="5" y="3.5" width="14" height="17" rx="2" />
      <path d="M8.5 8.5h7M8.5 12.5h7M8.5 16.5h4" />
    </>
  ),
  code: <path d="M8.5 7.5L4 12l4.5 4.5M15.5 7.5L20 12l-4.5 4.5M13.5 5l-3 14" />,
  globe: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M3.8 12h16.4M12 3.8c5 4.7 5 11.7 0 16.4M12 3.8c-5 4.7-5 11.7 0 16.4" />
    </>
  ),
  phone: (
    <path d="M6.8 4.5h2.6l1.4 3.8-1.9 1.5a11 11 0 0 0 5.3 5.3l1.5-1.9 3.8 1.4v2.6a2 2 0 0 1-2.1 2A14.5 14.5 0 0 1 4.8 6.6a2 2 0 0 1 2-2.1z" />
  ),
  missed: (
    <>
      <path d="M6.8 4.5h2.6l1.4 3.8-1.9 1.5a11 11 0 0 0 5.3 5.3l1.5-1.9 3.8 1.4v2.6a2 2 0 0 1-2.1 2A14.5 14.5 0 0 1 4.8 6.6a2 2 0 0 1 2-2.1z" />
      <path d="M15.5 4.5l5 5M20.5 4.5l-5 5" />
    </>
  ),
  reply: <path d="M10 6.5L4.5 12l5.5 5.5M5 12h8.5c3.5 0 6 2 6.5 6" />,
  note: (
    <>
      <path d="M5.5 4.5h13a1 1 0 0 1 1 1V14l-5.5 5.5H5.5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1z" />
      <path d="M14 19.3V14h5.3" />
    </>
  ),
  progress: (
    <>
      <path d="M5 20V4.5M5 5.5h11.5l-2 3.7 2 3.8H5" />
    </>
  ),
  send: <path d="M20 4L3.8 10.6l6.4 3.2L13.4 20zM10.2 13.8L20 4" />,
  clip: (
    <path d="M19 11.5l-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l7.7-7.7a3 3 0 0 1 4.3 4.3l-7.5 7.5a1.5 1.5 0 0 1-2.1-2.1l6.7-6.7" />
  ),
  image: (
    <>
      <rect x="4" y="5" width="16" height="14" rx="2" />
      <circle cx="9" cy="10" r="1.5" />
      <path d="M4.5 17l4.5-4 3 2.5 3.5-3.5 4.5 4" />
    </>
  ),
  file: (
    <>
      <path d="M6.5 3.8h7L18.5 9v10.2a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V4.8a1 1 0 0 1 1-1z" />
      <path d="M13.5 4v5h5" />
    </>
  ),
  download: <path d="M12 4.5v10.5M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14" />,
  swap: <path d="M4.5 9h14M15 5.5L18.5 9 15 12.5M19.5 15.5h-14M9 12l-3.5 3.5L9 19" />,
  back: <path d="M8.5 5.5L4.5 9.5l4 4M5 9.5h9a5 5 0 0 1 0 10h-4" />,
  bell: (
    <>
      <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z" />
      <path d="M10 20.5a2.2 2.2 0 0 0 4 0" />
    </>
  ),
  pause: <path d="M8.5 5.5v13M15.5 5.5v13" />,
  play: <path d="M7.5 5l11 7-11 7z" />,
  hourglass: <path d="M7 4h10M7 20h10M8 4v3.5l4 4.5 4-4.5V4M8 20v-3.5l4-4.5 4 4.5V20" />,
  ban: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M6.5 6.5l11 11" />
    </>
  ),
  stop: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <rect x="9" y="9" width="6" height="6" rx="0.5" />
    </>
  ),
  archive: (
    <>
      <rect x="3.5" y="5" width="17" height="4" rx="1" />
      <path d="M5 9v9a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V9M10 13h4" />
    </>
  ),
  robot: (
    <>
      <rect x="4.5" y="8" width="15" height="11" rx="2.5" />
      <path d="M12 8V4.5M2.5 12.5v3M21.5 12.5v3M9.5 16h5" />
      {dot(9, 12.5)}
      {dot(15, 12.5)}
    </>
  ),
  sms: (
    <>
      <path d="M4 6.8A1.8 1.8 0 0 1 5.8 5h12.4A1.8 1.8 0 0 1 20 6.8v8a1.8 1.8 0 0 1-1.8 1.8H11l-4.2 3.2v-3.2h-1A1.8 1.8 0 0 1 4 14.8z" />
      {dot(8.3, 10.8)}
      {dot(12, 10.8)}
      {dot(15.7, 10.8)}
    </>
  ),
  hand: (
    <path d="M7.5 12.5V6.8a1.3 1.3 0 0 1 2.6 0V11M10.1 10.5V4.8a1.3 1.3 0 0 1 2.6 0v5.7M12.7 10.5V5.8a1.3 1.3 0 0 1 2.6 0v5.7M15.3 11V8.3a1.3 1.3 0 0 1 2.6 0V14c0 4-2.3 6.5-5.7 6.5-3 0-4.4-1.3-5.9-4l-2-3.7c-.8-1.5 1-2.6 2-1.3l1.2 1.5" />
  ),
  assign: (
    <>
      <circle cx="9.5" cy="8.5" r="3.5" />
      <path d="M3.5 19.5c.4-3.3 2.8-5.3 6-5.3 1.3 0 2.5.3 3.4.9M17.5 13v7M14 16.5h7" />
    </>
  ),
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="14" rx="2" />
      <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  later: (
    <>
      <path d="M19.6 9.4A8.2 8.2 0 1 0 12.6 20.2" />
      <path d="M12 7.5V12l2.4 1.6M18 14.5v6M15 17.5h6" />
    </>
  ),
  warning: (
    <>
      <path d="M12 4.5L21 19.5H3z" />
      <path d="M12 10v4.5" />
      {dot(12, 17)}
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.2" />
      <path d="M12 11v5" />
      {dot(12, 8)}
    </>
  ),
} as const satisfies Record<string, ReactNode>
