import type { ReactNode } from 'react'
import style from './Desk.module.css'

/** Settings that belong together, under their name. */
export function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section>
      <h2 className={style.group}>{title}</h2>
      {children}
    </section>
  )
}
