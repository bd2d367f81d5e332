import { Chip, Empty } from '@baton/ui'
import type { ReactNode } from 'react'
import { ConditionWords } from '../../conditions/ConditionWords.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import type { SlaPolicyRecord } from '../records.ts'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { NewPolicy, Policy } from './Policy.tsx'
import { useSpecialText } from './useSpecialText.ts'
import { useTargetText } from './useTargetText.ts'

/** What tickets are promised in time: the first policy that holds is a ticket's. */
export function PoliciesPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const sheet = useSheet('policies')
  const query = useAll('slaPolicy.list', {})
  const targetText = useTargetText()
  const specialText = useSpecialText()
  const columns = [
    {
      key: 'name',
      title: t('policies.name'),
      width: 'minmax(0, 2fr)',
      cell: (policy: SlaPolicyRecord) => (
        <>
          <span className="cut">{policy.name}</span>
          {!policy.enabled && <Chip>{t('policies.off')}</Chip>}
        </>
      ),
    },
    {
      key: 'where',
      title: t('policies.where'),
      width: 'minmax(0, 2fr)',
      narrow: true,
      cell: (policy: SlaPolicyRecord) => (
        <span className="cut">
          {policy.where ? <ConditionWords kind="ticket" condition={policy.where as never} /> : t('policies.everywhere')}
        </span>
      ),
    },
    {
      key: 'targets',
      title: t('policies.targets'),
      width: 'minmax(0, 3fr)',
      narrow: true,
      cell: (policy: SlaPolicyRecord) => <span className="cut">{policy.targets.map(targetText).join(t('comma'))}</span>,
    },
    {
      key: 'special',
      title: t('policies.escalation'),
      width: 'minmax(0, 1.5fr)',
      narrow: true,
      cell: (policy: SlaPolicyRecord) => <span className="cut">{specialText(policy)}</span>,
    },
  ]
  return (
    <>
      <PageHead
        page="policies"
        action={me.may('slaPolicy.create') && <AddButton word={t('policies.add')} onPress={() => sheet.open('new')} />}
      />
      <Asked query={query} rows={2}>
        {all =>
          all.length === 0 ? (
            <Empty icon="clock" title={t('policies.none')} hint={t('policies.noneHint')} />
          ) : (
            <Rows
              label={shared('settings.policies')}
              columns={columns}
              items={all}
              to={policy => ({ page: 'policies', id: policy.id })}
              open={id}
              isPale={policy => !policy.enabled}
            />
          )
        }
      </Asked>
      {id === 'new' && <NewPolicy onClose={sheet.close} />}
      {id && id !== 'new' && query.data && (
        <Policy key={id} policy={query.data.find(one => one.id === id)} all={query.data} onClose={sheet.close} />
      )}
    </>
  )
}
