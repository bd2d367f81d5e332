import type { TicketRecord } from '@baton/contract'
import { Avatar, Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { CallMark } from '../../calls/CallMark.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { ChannelIcon, isChannel } from '../ChannelIcon.tsx'
import { Attachments } from './Attachments.tsx'
import { Delivery } from './Delivery.tsx'
import { MailBody } from './MailBody.tsx'
import style from './MessageBlock.module.css'
import { TextBody } from './TextBody.tsx'
import type { Spoken } from './useTimeline.ts'
import type { ViewedPicture } from './Viewer.tsx'

interface Props {
  item: Spoken
  ticket: TicketRecord
  view: (picture: ViewedPicture) => void
  /** The same person goes on; the name stands above already. */
  joined: boolean
}

/** What somebody said: the customer at the left, we at the right, notes on their own ground. */
export function MessageBlock({ item, ticket, view, joined }: Props): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const { message } = item
  const theirs = message.kind === 'customer'
  return (
    <article
      className={style.block}
      data-kind={message.kind}
      data-joined={joined || undefined}
      data-message={message.id}
      aria-label={t(`message.${message.kind}`, { name: message.author.name })}
    >
      <Avatar name={message.author.name || '?'} size={28} className={style.avatar} />
      <div className={style.column}>
        <div className={style.by}>
          <span className={style.name}>{message.author.name}</span>
          {item.call && <CallMark call={item.call} />}
          {message.kind === 'note' && !item.call && <Mark icon="note" word={t('message.noteMark')} />}
          {message.kind === 'progress' && <Mark icon="progress" word={t('message.progressMark')} />}
          {item.through && <Mark icon="bolt" word={t('timeline.through', { name: item.through.name })} />}
          {message.automatic && <Mark icon="info" word={t('message.automatic')} />}
          {(theirs || message.kind === 'reply') && !item.call && isChannel(message.channel) && (
            <ChannelIcon channel={message.channel} size={13} />
          )}
          <time dateTime={item.at} data-hint={times.full(item.at)}>
            {times.clock(item.at)}
          </time>
        </div>
        {theirs && !message.verified && (
          <p className={style.unverified}>
            <Icon name="warning" size={14} />{' '}
            {t('message.unverified', { sender: message.sender ?? t('message.unknownSender') })}
          </p>
        )}
        <div className={style.bubble} data-mail={message.html ? '' : undefined}>
          {message.html ? (
            <MailBody id={message.id} html={message.html} text={message.body} />
          ) : (
            <TextBody text={message.body} />
          )}
          <Attachments files={message.attachments} view={view} />
        </div>
        {message.delivery && <Delivery delivery={message.delivery} ticketId={ticket.id} />}
      </div>
    </article>
  )
}

function Mark({ icon, word }: { icon: 'note' | 'progress' | 'info' | 'bolt'; word: string }): ReactNode {
  return (
    <span className={style.mark}>
      <Icon name={icon} size={13} /> {word}
    </span>
  )
}
