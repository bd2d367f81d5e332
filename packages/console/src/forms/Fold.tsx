import { Icon } from '@baton/ui'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import style from './Fold.module.css'

interface Props {
  title: ReactNode
  /** Whether it must be open: something inside is wrong. */
  open?: boolean
  children: ReactNode
}

/** What may wait, behind one line. */
export function Fold({ title, open = false, children }: Props): ReactNode {
  const fold = useRef<HTMLDetailsElement>(null)
  // Only a hand closes it: what was wrong is not shut away with its first letter that is right.
  useLayoutEffect(() => {
    if (open && fold.current) fold.current.open = true
  }, [open])
  return (
    <details ref={fold} className={style.fold}>
      <summary className={style.line}>
        <Icon name="right" size={14} className={style.arrow} />
        {title}
      </summary>
      <div className={style.inside}>{children}</div>
    </details>
  )
}
