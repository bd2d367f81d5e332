import type { ReactNode } from 'react'
import style from './Log.module.css'

/** Lines of what happened, the newest first. */
export function Log({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <ul className={style.log} aria-label={label}>
      {children}
    </ul>
  )
}

interface LineProps {
  /** A sign or a state at the left. */
  mark?: ReactNode
  /** What happened, in one line. */
  title: ReactNode
  /** Under it: what is known besides. */
  under?: ReactNode
  /** What went wrong. */
  wrong?: ReactNode
  /** Why it is as it is, where nothing is wrong. */
  reason?: ReactNode
  time: ReactNode
  action?: ReactNode
  children?: ReactNode
}

export function LogLine({ mark, title, under, wrong, reason, time, action, children }: LineProps): ReactNode {
  return (
    <li className={style.line}>
      {mark && <span className={style.mark}>{mark}</span>}
      <div className={style.words}>
        <div className={style.title}>{title}</div>
        {under && <div className={style.under}>{under}</div>}
        {wrong && <div className={style.wrong}>{wrong}</div>}
        {reason && <div className={style.reason}>{reason}</div>}
        {children}
      </div>
      <span className={style.time}>{time}</span>
      {action && <span className={style.action}>{action}</span>}
    </li>
  )
}
