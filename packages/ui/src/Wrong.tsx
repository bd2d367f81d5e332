import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import style from './Wrong.module.css'

interface Props {
  children: ReactNode
  /** What to do about it. */
  action?: { label: string; run: () => void } | undefined
}

/** An error, standing where it arose. */
export function Wrong({ children, action }: Props): ReactNode {
  return (
    <div className={style.wrong} role="alert">
      <Icon name="warning" className={style.icon} />
      <div className={style.words}>{children}</div>
      {action && (
        <button type="button" className={style.action} onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  )
}
