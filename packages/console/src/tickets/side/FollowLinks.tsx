import type { TicketRecord } from '@baton/contract'
import { useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { useRefusalText } from '../../forms/refusal.ts'
import { useMe } from '../../session/me.ts'
import { useWords } from '../../words/Speaking.tsx'
import { usePerform } from '../perform.ts'
import style from './FollowLinks.module.css'

/** Takes back the links to the ticket that the customer's mails carry, when one went astray. */
export function FollowLinks({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const perform = usePerform()
  const refusalText = useRefusalText()
  const say = useSay()
  if (!ticket.customer || !me.may('ticket.revokeLinks')) return null
  const revoke = () =>
    perform('ticket.revokeLinks', { ticketId: ticket.id }).then(
      () => say({ title: t('links.revoked'), detail: t('links.revokedHint') }),
      (error: unknown) => say({ title: refusalText(error), tone: 'wrong' }),
    )
  return (
    <button type="button" className={style.quiet} data-hint={t('links.hint')} onClick={() => void revoke()}>
      {t('links.revoke')}
    </button>
  )
}
