import { Chip } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useNames } from '../../people/directory.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import type { MailboxRecord } from '../records.ts'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { Mailbox, NewMailbox } from './Mailbox.tsx'

/** Our own mail addresses: what is written to them becomes tickets. */
export function MailboxesPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const nameOf = useNames()
  const sheet = useSheet('mailboxes')
  const query = useAll('mailbox.list', { archived: true })
  const [archived, showArchived] = useState(false)
  const columns = [
    {
      key: 'name',
      title: t('mailboxes.name'),
      width: 'minmax(0, 1fr)',
      cell: (mailbox: MailboxRecord) => (
        <>
          <span className="cut">{mailbox.name}</span>
          {mailbox.isDefault && <Chip tone="accent">{t('mailboxes.default')}</Chip>}
          {mailbox.archived && <Chip>{t('archived')}</Chip>}
        </>
      ),
    },
    {
      key: 'address',
      title: t('mailboxes.address'),
      width: 'minmax(0, 1.2fr)',
      narrow: true,
      cell: (mailbox: MailboxRecord) => <span className="cut">{mailbox.address}</span>,
    },
    {
      key: 'department',
      title: t('mailboxes.department'),
      width: 'minmax(0, 1fr)',
      narrow: true,
      cell: (mailbox: MailboxRecord) => (
        <span className="cut">{nameOf(mailbox.departmentId) ?? t('mailboxes.usualDepartment')}</span>
      ),
    },
  ]
  return (
    <>
      <PageHead
        page="mailboxes"
        action={me.may('mailbox.create') && <AddButton word={t('mailboxes.add')} onPress={() => sheet.open('new')} />}
        tools={
          query.data?.some(mailbox => mailbox.archived) && (
            <Toggle on={archived} onChange={showArchived}>
              {t('showArchived')}
            </Toggle>
          )
        }
      />
      <Asked query={query} rows={3}>
        {all => (
          <Rows
            label={shared('settings.mailboxes')}
            columns={columns}
            items={all.filter(mailbox => archived || !mailbox.archived)}
            to={mailbox => ({ page: 'mailboxes', id: mailbox.id })}
            open={id}
            isPale={mailbox => mailbox.archived}
          />
        )}
      </Asked>
      {id === 'new' && <NewMailbox onClose={sheet.close} />}
      {id && id !== 'new' && query.data && (
        <Mailbox key={id} mailbox={query.data.find(mailbox => mailbox.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}
