import type { ReactNode } from 'react'
import style from './Part.module.css'

/** A part of a sheet or a page under a name of its own. */
export function Part({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section className={style.part}>
      <div className={style.line}>
        <h3 className={style.title}>{title}</h3>
        {end}
      </div>
      {children}
    </section>
  )
}
