import type { RunState, Status } from '@baton/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import style from './StatusTag.module.css'

interface Props {
  status: Status
  runState?: RunState
  /** Only the sign; the word is read aloud and shown as a hint. */
  small?: boolean
}

/** Where a ticket stands: a sign that fills as the work goes on, and the word. Pausing and early ends are told too. */
export function StatusTag({ status, runState = 'running', small = false }: Props): ReactNode {
  const { t } = useWords()
  const word = runState === 'running' ? t(`status.${status}`) : t(`runState.${runState}`)
  const sign = runState === 'paused' ? signs.on_hold : runState === 'running' ? signs[status] : ended
  return (
    <span className={style.tag} {...(small && { 'data-hint': word })}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="none"
        className={style.sign}
        data-status={runState === 'running' ? status : runState}
        aria-hidden
      >
        {sign}
      </svg>
      <span className={small ? 'unseen' : style.word}>{word}</span>
    </span>
  )
}

const ring = <circle cx="7" cy="7" r="5.2" stroke="currentColor" strokeWidth="1.6" />
const disc = <circle cx="7" cy="7" r="6" fill="currentColor" />
const ended = (
  <>
    {disc}
    <path d="M5 5l4 4M9 5l-4 4" stroke="var(--ground)" strokeWidth="1.5" strokeLinecap="round" />
  </>
)

const signs: Record<Status, ReactNode> = {
  new: <circle cx="7" cy="7" r="5.2" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.2 1.9" />,
  assigned: ring,
  in_progress: (
    <>
      {ring}
      <path d="M7 4a3 3 0 0 1 0 6z" fill="currentColor" />
    </>
  ),
  pending_customer: (
    <>
      {ring}
      <path d="M7 4.4V7l1.8 1.2" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  on_hold: (
    <>
      {ring}
      <path d="M5.6 5v4M8.4 5v4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  solved: (
    <>
      {disc}
      <path
        d="M4.4 7.2l1.8 1.8 3.4-3.7"
        stroke="var(--ground)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  follow_up: (
    <>
      {ring}
      <circle cx="7" cy="7" r="1.8" fill="currentColor" />
    </>
  ),
  closed: (
    <>
      {disc}
      <path
        d="M4.4 7.2l1.8 1.8 3.4-3.7"
        stroke="var(--ground)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  merged: (
    <>
      {ring}
      <path
        d="M4.7 7h4.6M7.6 5.2L9.3 7 7.6 8.8"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
}
