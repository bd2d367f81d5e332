import type { ReactNode } from 'react'
import type { PageKey } from './pages.ts'
import style from './SettingsFrame.module.css'
import { SettingsIndex } from './SettingsIndex.tsx'

/** The index and one page beside it; on a phone one of the two. */
export function SettingsFrame({ current, children }: { current: PageKey | undefined; children: ReactNode }): ReactNode {
  return (
    <div className={style.frame} data-at={current ? 'page' : 'index'}>
      <SettingsIndex current={current} />
      <div className={style.page}>
        <div className={style.inner}>{children}</div>
      </div>
    </div>
  )
}
