import { Chip, Empty } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { LastChip } from '../outside/Last.tsx'
import { useAwaited } from '../outside/useAwaited.ts'
import { PageHead } from '../PageHead.tsx'
import type { SmsAccountRecord } from '../records.ts'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { NewSmsAccount } from './NewSmsAccount.tsx'
import { ReceivedSms } from './ReceivedSms.tsx'
import { SmsAccount } from './SmsAccount.tsx'
import { useProviderWord } from './useProviderWord.ts'

/** Through whom text messages leave, and what came in by them. */
export function SmsAccountsPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const sheet = useSheet('smsAccounts')
  const [archived, showArchived] = useState(false)
  const test = useAwaited()
  const may = me.may('smsAccount.list')
  const query = useAll('smsAccount.list', { archived: true }, may, all => all.some(test.isAwaited))
  return (
    <>
      <PageHead
        page="smsAccounts"
        action={
          me.may('smsAccount.create') && <AddButton word={t('smsAccounts.add')} onPress={() => sheet.open('new')} />
        }
        tools={
          query.data?.some(account => account.archived) && (
            <Toggle on={archived} onChange={showArchived}>
              {t('showArchived')}
            </Toggle>
          )
        }
      />
      {may && (
        <Asked query={query} rows={2}>
          {all => <Accounts accounts={all.filter(account => archived || !account.archived)} open={id} />}
        </Asked>
      )}
      {me.may('sms.list') && <ReceivedSms />}
      {id === 'new' && <NewSmsAccount onClose={sheet.close} onMade={sheet.open} />}
      {id && id !== 'new' && query.data && (
        <SmsAccount
          key={id}
          account={query.data.find(account => account.id === id)}
          test={test}
          onClose={sheet.close}
        />
      )}
    </>
  )
}

function Accounts({ accounts, open }: { accounts: readonly SmsAccountRecord[]; open: string | undefined }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const providerWord = useProviderWord()
  if (accounts.length === 0) return <Empty icon="sms" title={t('smsAccounts.none')} hint={t('smsAccounts.noneHint')} />
  const columns = [
    {
      key: 'name',
      title: t('outside.name'),
      width: 'minmax(0, 1.2fr)',
      cell: (account: SmsAccountRecord) => (
        <>
          <span className="cut">{account.name}</span>
          {account.isDefault && !account.archived && <Chip tone="accent">{t('smsAccounts.default')}</Chip>}
          {account.archived && <Chip>{t('archived')}</Chip>}
        </>
      ),
    },
    {
      key: 'provider',
      title: t('outside.provider'),
      width: 'minmax(0, 0.8fr)',
      narrow: true,
      cell: (account: SmsAccountRecord) => <span className="cut">{providerWord(account.provider)}</span>,
    },
    {
      key: 'last',
      title: t('outside.last'),
      width: 'minmax(0, 1fr)',
      narrow: true,
      cell: (account: SmsAccountRecord) => <LastChip last={account.last} />,
    },
  ]
  return (
    <Rows
      label={shared('settings.smsAccounts')}
      columns={columns}
      items={accounts}
      to={account => ({ page: 'smsAccounts', id: account.id })}
      open={open}
      isPale={account => account.archived}
    />
  )
}
