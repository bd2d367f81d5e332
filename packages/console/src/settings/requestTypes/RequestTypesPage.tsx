import { Chip, Empty } from '@baton/ui'
import type { ReactNode } from 'react'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import type { RequestTypeRecord } from '../records.ts'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { NewRequestType, RequestType } from './RequestType.tsx'

/** What customers want of us: inquiry, complaint, repair, suggestion, and what a desk adds. */
export function RequestTypesPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const sheet = useSheet('requestTypes')
  const query = useAll('requestType.list', { archived: true })
  const columns = [
    {
      key: 'zh',
      title: t('requestTypes.nameZh'),
      width: 'minmax(0, 1fr)',
      cell: (type: RequestTypeRecord) => (
        <>
          <span className="cut">{type.nameZh}</span>
          {type.archived && <Chip>{t('archived')}</Chip>}
        </>
      ),
    },
    {
      key: 'en',
      title: t('requestTypes.nameEn'),
      width: 'minmax(0, 1fr)',
      narrow: true,
      cell: (type: RequestTypeRecord) => <span className="cut">{type.nameEn}</span>,
    },
    {
      key: 'key',
      title: t('requestTypes.key'),
      width: 'minmax(0, 1fr)',
      narrow: true,
      cell: (type: RequestTypeRecord) => <code className="cut">{type.key}</code>,
    },
  ]
  return (
    <>
      <PageHead
        page="requestTypes"
        action={
          me.may('requestType.create') && <AddButton word={t('requestTypes.add')} onPress={() => sheet.open('new')} />
        }
      />
      <Asked query={query} rows={4}>
        {all =>
          all.length === 0 ? (
            <Empty icon="flag" title={t('requestTypes.none')} />
          ) : (
            <Rows
              label={shared('settings.requestTypes')}
              columns={columns}
              items={all.toSorted((a, b) => Number(a.archived) - Number(b.archived))}
              to={type => ({ page: 'requestTypes', id: type.id })}
              open={id}
              isPale={type => type.archived}
            />
          )
        }
      </Asked>
      {id === 'new' && <NewRequestType onClose={sheet.close} />}
      {id && id !== 'new' && query.data && (
        <RequestType key={id} type={query.data.find(type => type.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}
