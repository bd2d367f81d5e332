import type { ReactNode } from 'react'
import style from './Health.module.css'

interface Props {
  title: string
  under: string
  heads: readonly string[]
  children: ReactNode
}

/** A small table of the page; the first column is text, the others are figures. */
export function Table({ title, under, heads, children }: Props): ReactNode {
  return (
    <section className={style.part}>
      <h2 className={style.title}>{title}</h2>
      <p className={style.under}>{under}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is too wide, the arrow keys move it */}
      <section className={style.scroll} tabIndex={0} aria-label={title}>
        <table className={style.table}>
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </section>
  )
}
