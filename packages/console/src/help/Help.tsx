import { fold } from '@baton/contract'
import { Empty, Icon } from '@baton/ui'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { NotHere } from '../frame/pages.tsx'
import { useTitle } from '../frame/title.ts'
import { Search } from '../lists/Search.tsx'
import { Article } from './Article.tsx'
import style from './Help.module.css'
import { type HelpKey, helpGroups, helpKeys } from './pages.ts'
import { useSpoken } from './useSpoken.ts'
import { useTexts } from './useTexts.ts'
import { useWords } from './words/index.ts'

/** How things are done here: a page for each thing, found by its words. */
export function Help(): ReactNode {
  const { t } = useWords()
  const texts = useTexts()
  const { page } = useParams({ strict: false })
  const key = helpKeys.find(one => one === page)
  useTitle(key ? texts[key].title : t('title'))
  return (
    <div className={style.frame} data-at={page ? 'page' : 'index'}>
      <Index current={key} />
      <div className={style.page}>{key ? <Article key={key} of={texts[key]} /> : page ? <NotHere /> : <Home />}</div>
    </div>
  )
}

function Index({ current }: { current: HelpKey | undefined }): ReactNode {
  const { t } = useWords()
  const texts = useTexts()
  const spoken = useSpoken()
  const [typed, setTyped] = useState('')
  const words = fold(typed).split(/\s+/).filter(Boolean)
  const isMeant = (key: HelpKey) => {
    const said = fold(`${texts[key].title} ${spoken(texts[key].text)}`)
    return words.every(word => said.includes(word))
  }
  const groups = helpGroups
    .map(group => ({ key: group.key, pages: group.pages.filter(isMeant) }))
    .filter(({ pages }) => pages.length > 0)
  return (
    <nav className={style.index} aria-label={t('index')}>
      <Search value={typed} onChange={setTyped} label={t('search')} />
      {groups.length === 0 && <Empty icon="search" title={t('none')} hint={t('noneHint')} />}
      {groups.map(group => (
        <section key={group.key}>
          <h2 className={style.group}>{t(`group.${group.key}`)}</h2>
          <ul>
            {group.pages.map(key => (
              <li key={key}>
                <Link
                  to="/help/{-$page}"
                  params={{ page: key }}
                  className={style.entry}
                  {...(key === current && { 'aria-current': 'page' as const })}
                >
                  {texts[key].title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** Where nothing is chosen yet: the first things that one wants to know. */
function Home(): ReactNode {
  const { t } = useWords()
  const texts = useTexts()
  const first: readonly HelpKey[] = ['register', 'claim', 'reply', 'transfer', 'keys', 'departments']
  return (
    <div className={style.article}>
      <h1 className={style.title}>{t('home')}</h1>
      <p className={style.under}>{t('homeUnder')}</p>
      <ul className={style.first}>
        {first.map(key => (
          <li key={key}>
            <Link to="/help/{-$page}" params={{ page: key }}>
              {texts[key].title} <Icon name="right" size={12} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
