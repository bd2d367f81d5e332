import { Skeleton } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import style from './Views.module.css'
import { addressOf, sections, useCounts, type ViewRecord } from './views.ts'

/** The saved questions, in sections, each with how many tickets stand in it now. */
export function Views({
  views,
  current,
}: {
  views: readonly ViewRecord[] | undefined
  current: ViewRecord | undefined
}): ReactNode {
  const { t } = useTranslation()
  const counts = useCounts(views ?? [])
  return (
    <nav className={style.views} aria-label={t('view.title')}>
      {!views && <Skeleton lines={['60%', '80%', '70%', '76%', '50%']} gap={20} />}
      {sections.map(section => {
        const inside = views?.filter(view => view.section === section) ?? []
        if (inside.length === 0) return null
        return (
          <section key={section} className={style.section}>
            <h2 className={style.title}>{t(`view.section.${section}`)}</h2>
            {inside.map(view => (
              <Link
                key={view.id}
                to="/tickets/{-$view}/{-$number}"
                params={{ view: addressOf(view) }}
                className={[style.view, view === current && style.here].filter(Boolean).join(' ')}
                {...(view === current && { 'aria-current': 'page' as const })}
              >
                <span className={style.name}>{view.name}</span>
                <span className={style.count}>{countText(counts[view.id])}</span>
              </Link>
            ))}
          </section>
        )
      })}
    </nav>
  )
}

/** 1000 means more than anybody counts; nothing is shown for none. */
export const countText = (count: number | undefined): string => (!count ? '' : count >= 1000 ? '999+' : String(count))
