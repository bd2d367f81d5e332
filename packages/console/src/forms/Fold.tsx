import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import style from './Fold.module.css'

interface Props {
  title: ReactNode
  /** Whether it must be open: something inside is wrong. */
  open?: boolean
  children: ReactNode
}

/** What may wait, behind one line. */
export function Fold({ title, open = false, children }: Props): ReactNode {
  return (
    <details className={style.fold} {...(open && { open: true })}>
      <summary className={style.line}>
        <Icon name="right" size={14} className={style.arrow} />
        {title}
      </summary>
      <div className={style.inside}>{children}</div>
    </details>
  )
}
