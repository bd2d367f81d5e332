import { Icon } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { useWords } from '../words/Speaking.tsx'
import { Brand } from './Brand.tsx'
import { places } from './places.ts'
import style from './Rail.module.css'

/** Where one can go: a rail at the left, a bar at the bottom of a phone. */
export function Rail(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  return (
    <nav className={style.rail} aria-label={t('frame.places')}>
      <span className={style.brand}>
        <Brand />
      </span>
      {places
        .filter(place => place.shown(me))
        .map(place => (
          <Link
            key={place.key}
            {...place.link}
            className={style.place}
            activeProps={{ className: style.here ?? '', 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
            data-keys={`g ${place.keys}`}
          >
            <Icon name={place.icon} size={20} />
            <span className={style.word}>{t(`place.${place.key}`)}</span>
          </Link>
        ))}
    </nav>
  )
}
