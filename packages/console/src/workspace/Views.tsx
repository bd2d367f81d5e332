import { Skeleton } from '@baton/ui'
import { memo, type ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { TicketsLink } from './TicketsLink.tsx'
import style from './Views.module.css'
import { addressOf, sections, useCounts, type ViewRecord } from './views.ts'

interface Props {
  views: readonly ViewRecord[] | undefined
  current: ViewRecord | undefined
}

/** The saved questions, in sections, each with how many tickets stand in it now. */
export const Views = memo(function Views({ views, current }: Props): ReactNode {
  const { t } = useWords()
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
              <TicketsLink
                key={view.id}
                view={addressOf(view)}
                className={[style.view, view === current && style.here].filter(Boolean).join(' ')}
                {...(view === current && { 'aria-current': 'page' as const })}
              >
                <span className={style.name}>{view.name}</span>
                <span className={style.count}>{countText(counts[view.id])}</span>
              </TicketsLink>
            ))}
          </section>
        )
      })}
    </nav>
  )
})

/** 1000 means more than anybody counts; nothing is shown for none. */
export const countText = (count: number | undefined): string => (!count ? '' : count >= 1000 ? '999+' : String(count))
