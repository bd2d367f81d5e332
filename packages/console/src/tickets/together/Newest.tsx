import type { TicketRecord } from '@baton/contract'
import { Icon, IconButton } from '@baton/ui'
import { type ReactNode, useRef, useState } from 'react'
import { useNames } from '../../people/directory.ts'
import { useMe } from '../../session/me.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { useTimeline } from '../timeline/useTimeline.ts'
import style from './Newest.module.css'
import { type News, newsOf } from './news.ts'

/** A calm line when somebody else has handed the ticket on or finished it while it stands open here. */
export function Newest({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const { news, sentence, close } = useNews(ticket)
  if (!news) return null
  return (
    <div className={style.news} role="status">
      <Icon name="swap" size={14} />
      <span className={style.words}>{sentence}</span>
      <time className={style.time} dateTime={news.item.at}>
        {times.clock(news.item.at)}
      </time>
      <IconButton icon="close" size={14} label={t('word.close')} onClick={close} />
    </div>
  )
}

function useNews(ticket: TicketRecord): { news: News | undefined; sentence: string; close: () => void } {
  const { t } = useWords()
  const names = useNames()
  const me = useMe().agent.id
  const { items } = useTimeline(ticket.id)
  const since = useRef<number>(undefined)
  if (since.current === undefined && items.length > 0) since.current = items.at(-1)?.seq
  const [closed, setClosed] = useState(0)
  const news = since.current === undefined ? undefined : newsOf(items, Math.max(since.current, closed), me)
  const { departmentId, assigneeId } = (news?.item.payload.to ?? {}) as { departmentId?: string; assigneeId?: string }
  const to = [names(departmentId ?? null), names(assigneeId ?? null)].filter(Boolean).join(' / ')
  return {
    news,
    sentence: news
      ? t(`together.news.${news.type}`, {
          actor: news.item.actor.kind === 'system' ? t('actor.system') : news.item.actor.name,
          to,
        })
      : '',
    close: () => setClosed(news?.item.seq ?? 0),
  }
}
