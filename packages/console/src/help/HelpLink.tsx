import { Icon } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import style from './HelpLink.module.css'
import type { HelpKey } from './pages.ts'

interface Props {
  page: HelpKey
  what: string
  /** In a tab of its own, where something unsaved stands. */
  aside?: boolean
}

/** The question mark beside a title: leads to the page that explains it. */
export function HelpLink({ page, what, aside = false }: Props): ReactNode {
  const { t } = useWords()
  const label = t('frame.helpAbout', { what })
  return (
    <Link
      to="/help/{-$page}"
      params={{ page }}
      className={style.link}
      aria-label={label}
      data-hint={label}
      {...(aside && { target: '_blank' })}
    >
      <Icon name="help" />
    </Link>
  )
}
