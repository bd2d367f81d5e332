import { memo, type ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { ViewList } from './ViewList.tsx'
import style from './Views.module.css'
import type { ViewRecord } from './views.ts'

interface Props {
  views: readonly ViewRecord[] | undefined
  current: ViewRecord | undefined
}

/** The pane of saved questions; where there is no room for it, the name of the view opens them. */
export const Views = memo(function Views(props: Props): ReactNode {
  const { t } = useWords()
  return (
    <nav className={style.views} aria-label={t('view.title')}>
      <ViewList {...props} />
    </nav>
  )
})
