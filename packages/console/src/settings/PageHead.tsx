import { Icon } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { HelpLink } from '../help/HelpLink.tsx'
import { helpOfSettings } from '../help/pages.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import style from './PageHead.module.css'
import type { PageKey } from './pages.ts'
import { useWords } from './words/index.ts'

interface Props {
  page: PageKey
  /** The one thing to do here first: add. */
  action?: ReactNode
  /** What narrows the list: search, filters. */
  tools?: ReactNode
}

/** A settings page's name, what it is for in one sentence, and its tools. */
export function PageHead({ page, action, tools }: Props): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const help = helpOfSettings[page]
  return (
    <header className={style.head}>
      <Link to="/settings/{-$page}/{-$id}" params={{ page: undefined, id: undefined }} className={style.back}>
        <Icon name="left" size={14} />
        {t('title')}
      </Link>
      <div className={style.line}>
        <div className={style.named}>
          <h1 className={style.title}>{shared(`settings.${page}`)}</h1>
          {help && <HelpLink page={help} what={shared(`settings.${page}`)} />}
        </div>
        {action}
      </div>
      <p className={style.under}>{t(`page.${page}.under`)}</p>
      {tools && <div className={style.tools}>{tools}</div>}
    </header>
  )
}
