import type { ReactNode } from 'react'
import style from './FieldInPlace.module.css'
import { Lock } from './Lock.tsx'

interface Props {
  label: ReactNode
  /** Its value in words. */
  children: ReactNode
}

/** A field that one sees and may not change. */
export function LockedFact({ label, children }: Props): ReactNode {
  return (
    <dl>
      <div className={style.fact}>
        <dt>{label}</dt>
        <dd>
          <span className={style.value}>{children}</span>
          <Lock />
        </dd>
      </div>
    </dl>
  )
}
