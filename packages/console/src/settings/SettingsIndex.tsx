import { Icon } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Search } from '../lists/Search.tsx'
import { useMe } from '../session/me.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { fetchPage } from './bodies.ts'
import { Found } from './Found.tsx'
import { groups, isShown, type PageKey, pageNamed } from './pages.ts'
import style from './SettingsIndex.module.css'
import { useWords } from './words/index.ts'

/** All pages of the settings by group, and the search through them. */
export function SettingsIndex({ current }: { current: PageKey | undefined }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const [text, setText] = useState('')
  return (
    <nav className={style.index} aria-label={t('title')}>
      <h2 className={style.title}>{t('title')}</h2>
      <div className={style.search}>
        <Search value={text} onChange={setText} label={t('search')} />
      </div>
      {text.trim() ? (
        <Found text={text.trim()} onChosen={() => setText('')} />
      ) : (
        groups.map(group => {
          const shown = group.pages.flatMap(key => pageNamed(key) ?? []).filter(page => isShown(page, me))
          if (shown.length === 0) return null
          return (
            <section key={group.key} className={style.group}>
              <h3 className={style.groupName}>{t(`group.${group.key}`)}</h3>
              <ul>
                {shown.map(({ key, icon }) => (
                  <li key={key}>
                    <Link
                      to="/settings/{-$page}/{-$id}"
                      params={{ page: key, id: undefined }}
                      className={style.page}
                      onMouseEnter={() => void fetchPage[key]().catch(() => undefined)} // pressing it tries again
                      {...(current === key && { 'aria-current': 'page' as const })}
                    >
                      <Icon name={icon} size={16} />
                      <span className={style.word}>{shared(`settings.${key}`)}</span>
                      <Icon name="right" size={14} className={style.chevron} />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        })
      )}
    </nav>
  )
}
