import type { TicketRecord } from '@baton/contract'
import { Avatar, Chip, Empty, Icon, type IconName, Skeleton } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { useAsk } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { phoneText } from '../../words/phone.ts'
import { useWords } from '../../words/Speaking.tsx'
import { TicketChip } from '../TicketChip.tsx'
import style from './CustomerTab.module.css'
import { FollowLinks } from './FollowLinks.tsx'

const Ratings = lazy(() => import('./Rating.tsx').then(it => ({ default: it.Ratings })))

/** Who asks: how to reach them, how important they are, what they asked before. */
export function CustomerTab({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const { customer } = ticket
  if (!customer) return <Empty icon="person" title={t('side.noCustomer')} hint={t('side.noCustomerHint')} />
  return (
    <>
      <div className={style.who}>
        <Avatar name={customer.name} size={40} />
        <div className={style.words}>
          <div className={style.name}>
            {me.may('customer.list') ? (
              <Link to="/customers/{-$customerId}" params={{ customerId: customer.id }}>
                {customer.name}
              </Link>
            ) : (
              customer.name
            )}
            {customer.level && <Chip tone="accent">{customer.level}</Chip>}
          </div>
          <div className={style.under}>{[customer.company, customer.number].filter(Boolean).join(' · ')}</div>
        </div>
      </div>
      <ul className={style.points}>
        {customer.phones.map(phone => (
          <Point key={phone} icon="phone" text={phoneText(phone, t('word.extension'))} href={`tel:${phone}`} />
        ))}
        {customer.emails.map(email => (
          <Point key={email} icon="mail" text={email} href={`mailto:${email}`} />
        ))}
      </ul>
      <Suspense>
        <Ratings ticketId={ticket.id} />
      </Suspense>
      <Earlier customerId={customer.id} ticketId={ticket.id} />
      <Links ticket={ticket} />
      <FollowLinks ticket={ticket} />
    </>
  )
}

function Point({ icon, text, href }: { icon: IconName; text: string; href: string }): ReactNode {
  return (
    <li className={style.point}>
      <Icon name={icon} size={14} />
      <a href={href}>{text}</a>
    </li>
  )
}

function Earlier({ customerId, ticketId }: { customerId: string; ticketId: string }): ReactNode {
  const { t } = useWords()
  const { data } = useAsk(
    'ticket.list',
    {
      where: { field: 'customerId', op: 'is', value: customerId },
      order: [{ field: 'createdAt', direction: 'desc' }],
      limit: 20,
    },
    { fresh: 30_000 },
  )
  const others = data?.items.filter(ticket => ticket.id !== ticketId)
  return (
    <section className={style.section}>
      <h3 className={style.title}>{t('side.earlier')}</h3>
      {!others && <Skeleton lines={['80%', '60%', '70%']} gap={12} />}
      {others?.length === 0 && <p className={style.none}>{t('side.noEarlier')}</p>}
      {others?.map(ticket => (
        <TicketChip key={ticket.id} ticket={ticket} />
      ))}
    </section>
  )
}

function Links({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  if (ticket.links.length === 0) return null
  return (
    <section className={style.section}>
      <h3 className={style.title}>{t('side.links')}</h3>
      {ticket.links.map(link => (
        <TicketChip key={`${link.id}${link.kind}`} ticket={link} />
      ))}
    </section>
  )
}
