import type { TimelineItem } from '@baton/contract'
import { Icon, type IconName } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { CardMark } from '../CardMark.tsx'
import type { Card } from '../clock.ts'
import { type TicketVerb, verbIcons } from '../verbs.ts'
import style from './EventLine.module.css'
import { Why } from './Why.tsx'

/** Something that happened, as a thin line; opened, it says by which verb, by whom and why. */
export function EventLine({ item }: { item: TimelineItem }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const [open, setOpen] = useState(false)
  const card = cards[item.type]
  return (
    <div className={style.event}>
      <button
        type="button"
        className={style.line}
        data-card={card}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-hint={open ? undefined : t('timeline.why')}
      >
        {card ? <CardMark card={card} /> : <Icon name={iconOf(item)} size={13} />}
        <span className={style.text}>
          {item.text || item.type}
          {item.through && (
            <span className={style.through}> · {t('timeline.through', { name: item.through.name })}</span>
          )}
        </span>
        <time dateTime={item.at}>{times.clock(item.at)}</time>
      </button>
      {open && <Why item={item} />}
    </div>
  )
}

const cards: Record<string, Card> = { 'clock.warned': 'yellow', 'clock.breached': 'red' }

/** What no verb of a person's has brought about, or what is told beside one. */
const icons: Record<string, IconName> = {
  'clock.met': 'check',
  'clock.changed': 'clock',
  'clock.escalated': 'up',
  'delivery.changed': 'send',
  'survey.answered': 'star',
  'ticket.extensionLapsed': 'clock',
}

const iconOf = ({ type, verb }: TimelineItem): IconName => icons[type] ?? verbIcons[verb as TicketVerb] ?? 'info'
