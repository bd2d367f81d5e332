import { Icon } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AuditLines } from '../audit/AuditLines.tsx'
import { Asked } from '../lists/Asked.tsx'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { SetupSteps } from '../setup/SetupSteps.tsx'
import style from './Home.module.css'
import { useWords } from './words/index.ts'

/** What one sees first of the settings: what is still to be set up, and what was changed lately. */
export function Home(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  return (
    <div className={style.home}>
      <h1 className={style.title}>{me.deskName}</h1>
      <SetupSteps />
      {me.may('audit.list') ? <Recent /> : <p className={style.hint}>{t('homeHint')}</p>}
    </div>
  )
}

const shown = 12
/** Who came and went is not what one looks for here. */
const asked = 60

function Recent(): ReactNode {
  const { t } = useWords()
  const query = useAsk('audit.list', { limit: asked })
  return (
    <section className={style.recent}>
      <div className={style.line}>
        <h2 className={style.heading}>{t('recent')}</h2>
        <Link to="/settings/{-$page}/{-$id}" params={{ page: 'audit', id: undefined }} className={style.all}>
          {t('recentAll')} <Icon name="right" size={12} />
        </Link>
      </div>
      <Asked query={query} rows={4}>
        {({ items }) => {
          const changes = items.filter(({ type }) => !/^(session|mail)\.|presenceChanged$/.test(type)).slice(0, shown)
          return changes.length === 0 ? (
            <p className={style.hint}>{t('recentNone')}</p>
          ) : (
            <AuditLines events={changes} label={t('recent')} />
          )
        }}
      </Asked>
    </section>
  )
}
