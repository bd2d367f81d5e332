import type { TimelineItem } from '@baton/contract'
import { Icon, type IconName } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { type TicketVerb, verbIcons } from '../verbs.ts'
import style from './EventLine.module.css'
import { Why } from './Why.tsx'

/** Something that happened, as a thin line; opened, it says by which verb, by whom and why. */
export function EventLine({ item }: { item: TimelineItem }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const [open, setOpen] = useState(false)
  return (
    <div className={style.event}>
      <button
        type="button"
        className={style.line}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-hint={open ? undefined : t('timeline.why')}
      >
        <Icon name={iconOf(item)} size={13} />
        <span className={style.text}>{item.text || item.type}</span>
        <time dateTime={item.at}>{times.clock(item.at)}</time>
      </button>
      {open && <Why item={item} />}
    </div>
  )
}

function iconOf({ type, verb }: TimelineItem): IconName {
  if (type === 'clock.breached') return 'clock'
  if (type === 'delivery.changed') return 'send'
  if (type === 'survey.answered') return 'star'
  return verbIcons[verb as TicketVerb] ?? 'info'
}
