import { Chip, Empty, More } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { usePages } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import type { ApiKeyRecord } from '../records.ts'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { ApiKey } from './ApiKey.tsx'
import { isExpired } from './expired.ts'
import { NewApiKey } from './NewApiKey.tsx'

/** The programs that may act for somebody, and how much each may. */
export function ApiKeysPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const sheet = useSheet('apiKeys')
  const query = usePages('apiKey.list', {})
  const columns = useColumns()
  const items = query.data?.pages.flatMap(page => page.items)
  return (
    <>
      <PageHead
        page="apiKeys"
        action={me.may('apiKey.create') && <AddButton word={t('apiKeys.add')} onPress={() => sheet.open('new')} />}
      />
      <Asked query={{ ...query, data: items }} rows={3}>
        {keys =>
          keys.length === 0 ? (
            <Empty icon="key" title={t('apiKeys.none')} hint={t('apiKeys.noneHint')} />
          ) : (
            <>
              <Rows
                label={shared('settings.apiKeys')}
                columns={columns}
                items={keys}
                to={key => ({ page: 'apiKeys', id: key.id })}
                open={id}
                isPale={key => key.revokedAt !== null || isExpired(key)}
              />
              <More
                more={query.hasNextPage}
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
                label={f('more')}
              />
            </>
          )
        }
      </Asked>
      {id === 'new' && <NewApiKey onClose={sheet.close} />}
      {id && id !== 'new' && items && (
        <ApiKey key={id} apiKey={items.find(key => key.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}

function useColumns() {
  const { t } = useWords()
  const times = useTimes()
  return [
    {
      key: 'name',
      title: t('apiKeys.name'),
      width: 'minmax(0, 1.4fr)',
      cell: (key: ApiKeyRecord) => (
        <>
          <span className="cut">{key.name}</span>
          <code style={{ color: 'var(--ink-3)', fontSize: 12 }}>…{key.hint}</code>
          {key.revokedAt ? (
            <Chip>{t('apiKeys.revoked')}</Chip>
          ) : (
            isExpired(key) && <Chip tone="orange">{t('apiKeys.expired')}</Chip>
          )}
        </>
      ),
    },
    {
      key: 'owner',
      title: t('apiKeys.owner'),
      width: 'minmax(0, 0.8fr)',
      narrow: true,
      cell: (key: ApiKeyRecord) => <span className="cut">{key.owner.name}</span>,
    },
    {
      key: 'expires',
      title: t('apiKeys.expires'),
      width: 'minmax(0, 0.9fr)',
      narrow: true,
      cell: (key: ApiKeyRecord) => (key.expiresAt ? times.moment(key.expiresAt) : t('apiKeys.never')),
    },
    {
      key: 'used',
      title: t('apiKeys.used'),
      width: 'minmax(0, 0.9fr)',
      end: true,
      cell: (key: ApiKeyRecord) => (key.usedAt ? times.moment(key.usedAt) : t('apiKeys.notUsed')),
    },
  ]
}
