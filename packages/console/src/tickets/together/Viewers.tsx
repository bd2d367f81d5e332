import { Avatar } from '@baton/ui'
import type { ReactNode } from 'react'
import type { Viewer } from '../../live/together.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from './Viewers.module.css'

const most = 3

/** Who else looks at the ticket now: first faces, and how many more. */
export function Viewers({ people }: { people: readonly Viewer[] }): ReactNode {
  const { t } = useWords()
  if (people.length === 0) return null
  const names = people.map(({ name }) => name)
  return (
    <ul
      className={style.faces}
      aria-label={t('together.viewers')}
      data-hint={t('together.also', { names: names.join('、') })}
    >
      {people.slice(0, most).map(({ id, name, doing }) => (
        <li key={id} className={style.face} data-writing={doing !== 'viewing' || undefined}>
          <Avatar name={name} size={24} />
          <span className="unseen">{t('together.also', { names: name })}</span>
        </li>
      ))}
      {people.length > most && <li className={style.more}>+{people.length - most}</li>}
    </ul>
  )
}
