import { Chip, useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { Deed } from '../../forms/Deed.tsx'
import { FactList } from '../../forms/FactList.tsx'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Part } from '../../forms/Part.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useTimes } from '../../words/times.ts'
import type { ApiKeyRecord } from '../records.ts'
import { GrantsEditor } from '../roles/GrantsEditor.tsx'
import { grantOf, keyGroups } from '../roles/grantable.ts'
import { useWords } from '../words/index.ts'
import { isExpired } from './expired.ts'

/** One key: whose it is, what it may, when it was used, and its end. Its grants are fixed; another key is made instead. */
export function ApiKey({ apiKey, onClose }: { apiKey: ApiKeyRecord | undefined; onClose: () => void }): ReactNode {
  if (!apiKey) return <Gone onClose={onClose} />
  return <Shown apiKey={apiKey} onClose={onClose} />
}

function Shown({ apiKey, onClose }: { apiKey: ApiKeyRecord; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const perform = useDo()
  const say = useSay()
  const { id: apiKeyId, name, owner, hint, grants, createdAt, expiresAt, usedAt, revokedAt, allowed } = apiKey
  const given = keyGroups
    .map(group => ({ ...group, names: group.names.filter(one => grantOf(grants, one) !== undefined) }))
    .filter(group => group.names.length > 0)
  return (
    <Sheet
      wide
      title={name}
      mark={
        revokedAt ? (
          <Chip>{t('apiKeys.revoked')}</Chip>
        ) : (
          isExpired(apiKey) && <Chip tone="orange">{t('apiKeys.expired')}</Chip>
        )
      }
      onClose={onClose}
      foot={<LastChange subjectId={apiKeyId} />}
    >
      <FactList
        facts={[
          [t('apiKeys.owner'), owner.name],
          [t('apiKeys.token'), `…${hint}`],
          [t('apiKeys.created'), times.full(createdAt)],
          [t('apiKeys.expires'), expiresAt ? times.full(expiresAt) : t('apiKeys.never')],
          [t('apiKeys.used'), usedAt ? times.full(usedAt) : t('apiKeys.notUsed')],
          ...(revokedAt ? [[t('apiKeys.revokedAt'), times.full(revokedAt)] as const] : []),
        ]}
      />
      <Part title={t('apiKeys.grants')}>
        <GrantsEditor groups={given} value={grants} onChange={() => undefined} fixed />
      </Part>
      {allowed.includes('apiKey.revoke') && (
        <Part title={t('apiKeys.end')}>
          <Deed
            word={t('apiKeys.revoke')}
            danger
            effect={t('apiKeys.revokeEffect')}
            sure={t('apiKeys.revokeSure', { name })}
            run={async () => {
              await perform('apiKey.revoke', { apiKeyId })
              onClose()
              say({ title: t('apiKeys.didRevoke', { name }) })
            }}
          />
        </Part>
      )}
    </Sheet>
  )
}
