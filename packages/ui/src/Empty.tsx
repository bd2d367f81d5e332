import type { ReactNode } from 'react'
import style from './Empty.module.css'
import { Icon, type IconName } from './Icon.tsx'

interface Props {
  icon?: IconName
  title: string
  /** The one step that helps from here. */
  hint?: ReactNode
  children?: ReactNode
}

/** Nothing here, said kindly, with the one step that helps. */
export function Empty({ icon, title, hint, children }: Props): ReactNode {
  return (
    <div className={style.empty}>
      {icon && <Icon name={icon} size={28} className={style.icon} />}
      <p className={style.title}>{title}</p>
      {hint && <p className={style.hint}>{hint}</p>}
      {children && <div className={style.step}>{children}</div>}
    </div>
  )
}
