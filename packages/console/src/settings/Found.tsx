import { Icon, type IconName } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAll } from '../lists/useAll.ts'
import { useAgents, useDepartments } from '../people/directory.ts'
import { useMe } from '../session/me.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import style from './Found.module.css'
import { isShown, type PageKey, settingsPages } from './pages.ts'
import { useWords } from './words/index.ts'

interface Hit {
  page: PageKey
  id?: string
  hash?: string
  icon: IconName
  word: string
  /** Where it stands. */
  place?: string
}

const most = 12

/** What the settings hold for a word: pages, what can be set on them, and the things set up by name. */
export function Found({ text, onChosen }: { text: string; onChosen: () => void }): ReactNode {
  const { t } = useWords()
  const hits = useHits(text)
  if (hits.length === 0) return <p className={style.none}>{t('nothingFound')}</p>
  return (
    <ul className={style.hits}>
      {hits.slice(0, most).map(hit => (
        <li key={`${hit.page}/${hit.id ?? hit.hash ?? ''}`}>
          <Link
            to="/settings/{-$page}/{-$id}"
            params={{ page: hit.page, id: hit.id }}
            {...(hit.hash && { hash: hit.hash })}
            className={style.hit}
            onClick={onChosen}
          >
            <Icon name={hit.icon} size={16} />
            <span className={style.words}>
              <span className={style.word}>{hit.word}</span>
              {hit.place && <span className={style.place}>{hit.place}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function useHits(text: string): Hit[] {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const agents = useAgents()
  const departments = useDepartments()
  const roles = useAll('role.list', {}).data ?? []
  const categories = useAll('category.list', {}).data ?? []
  const mailboxes = useAll('mailbox.list', {}).data ?? []
  const calendars = useAll('calendar.list', {}).data ?? []
  const robots = useAll('robot.list', {}, me.may('robot.list')).data ?? []
  const smsAccounts = useAll('smsAccount.list', {}, me.may('smsAccount.list')).data ?? []

  const wanted = text.toLowerCase()
  const fits = (...words: string[]) => words.some(word => word.toLowerCase().includes(wanted))
  const shown = settingsPages.filter(page => isShown(page, me))
  const iconOf = (key: PageKey) => shown.find(page => page.key === key)?.icon

  const own = shown.flatMap((page): Hit[] => {
    const title = shared(`settings.${page.key}`)
    const isPage = fits(title, t(`page.${page.key}.under`), t(`page.${page.key}.also`))
    return [
      ...(isPage ? [{ page: page.key, icon: page.icon, word: title }] : []),
      ...page.topics
        .filter(topic => fits(t(`topic.${topic}`)))
        .map(topic => ({ page: page.key, hash: topic, icon: page.icon, word: t(`topic.${topic}`), place: title })),
    ]
  })
  const things = (page: PageKey, items: readonly { id: string; name: string; also?: string }[]): Hit[] => {
    const icon = iconOf(page)
    if (!icon) return []
    return items
      .filter(item => fits(item.name, item.also ?? ''))
      .slice(0, 5)
      .map(({ id, name, also }) => ({ page, id, icon, word: name, place: also ?? shared(`settings.${page}`) }))
  }
  return [
    ...own,
    ...things(
      'people',
      agents.map(({ id, name, employeeNo }) => ({ id, name, also: employeeNo })),
    ),
    ...things(
      'departments',
      departments.map(({ id, name, path }) => ({ id, name, also: path })),
    ),
    ...things('roles', roles),
    ...things(
      'categories',
      categories.map(({ id, name, path }) => ({ id, name, also: path })),
    ),
    ...things(
      'mailboxes',
      mailboxes.map(({ id, name, address }) => ({ id, name, also: address })),
    ),
    ...things('calendars', calendars),
    ...things('robots', robots),
    ...things('smsAccounts', smsAccounts),
  ]
}
