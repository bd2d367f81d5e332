import { type Records, surveyMoments } from '@baton/contract'
import { Select } from '@baton/ui'
import { Switch } from 'antd'
import type { ReactNode } from 'react'
import { LastChange } from '../../forms/LastChange.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { useAsk } from '../../session/ask.ts'
import { NumberControl } from '../desk/controls.tsx'
import style from '../desk/Desk.module.css'
import { Group } from '../desk/Group.tsx'
import { Setting } from '../desk/Setting.tsx'
import { useAnchor } from '../desk/useAnchor.ts'
import { useSaving } from '../desk/useSaving.ts'
import { PageHead } from '../PageHead.tsx'
import { useWords } from '../words/index.ts'

type PortalRecord = Records['portalSettings']

/** The customers' side: following tickets, and being asked how it was. */
export function PortalPage(): ReactNode {
  const query = useAsk('portalSettings.get', {})
  return (
    <>
      <PageHead page="portal" />
      <Asked query={query} rows={6}>
        {portal => <Settings portal={portal} />}
      </Asked>
    </>
  )
}

const badScores = ['0', '1', '2', '3', '4'] as const

function Settings({ portal }: { portal: PortalRecord }): ReactNode {
  const { t } = useWords()
  const { save, problem } = useSaving('portalSettings.update', portal)
  useAnchor()
  const fixed = !portal.allowed.includes('portalSettings.update')
  return (
    <div className={style.desk}>
      <Group title={t('portal.following')}>
        <Setting
          name="followEnabled"
          effect={
            <>
              {t(portal.followEnabled ? 'portal.followEnabledEffect.on' : 'portal.followEnabledEffect.off')}{' '}
              {portal.followEnabled && (
                <a href="/portal" target="_blank" rel="noreferrer">
                  {t('portal.open')}
                </a>
              )}
            </>
          }
          problem={problem('followEnabled')}
        >
          {tie => (
            <Switch
              {...tie}
              checked={portal.followEnabled}
              disabled={fixed}
              onChange={followEnabled => save({ followEnabled })}
            />
          )}
        </Setting>
        <Setting
          name="linkDays"
          effect={t('portal.linkDaysEffect', { address: portal.address })}
          problem={problem('linkDays')}
        >
          {tie => (
            <NumberControl
              tie={tie}
              value={portal.linkDays}
              unit={t('desk.days')}
              fixed={fixed}
              onSave={linkDays => save({ linkDays })}
            />
          )}
        </Setting>
      </Group>
      <Group title={t('portal.survey')}>
        <Setting
          name="surveyMoment"
          effect={t(`portal.surveyMomentEffect.${portal.surveyMoment}`)}
          problem={problem('surveyMoment')}
        >
          {tie => (
            <Select
              tie={tie}
              value={portal.surveyMoment}
              disabled={fixed}
              onChange={surveyMoment => save({ surveyMoment })}
              options={surveyMoments.map(value => ({ value, label: t(`portal.moment.${value}`) }))}
            />
          )}
        </Setting>
        <Setting
          name="badScore"
          effect={portal.badScore === 0 ? t('portal.badScoreEffect.never') : t('portal.badScoreEffect.upTo')}
          problem={problem('badScore')}
        >
          {tie => (
            <Select
              tie={tie}
              value={String(portal.badScore)}
              disabled={fixed}
              onChange={badScore => save({ badScore: Number(badScore) })}
              options={badScores.map(value => ({
                value,
                label: value === '0' ? t('portal.noScore') : t('portal.upTo', { score: value }),
              }))}
            />
          )}
        </Setting>
        <Setting name="surveyDays" effect={t('portal.surveyDaysEffect')} problem={problem('surveyDays')}>
          {tie => (
            <NumberControl
              tie={tie}
              value={portal.surveyDays}
              unit={t('desk.days')}
              fixed={fixed}
              onSave={surveyDays => save({ surveyDays })}
            />
          )}
        </Setting>
      </Group>
      <p className={style.last}>
        <LastChange subjectId={portal.id} type="portalSettings.updated" />
      </p>
    </div>
  )
}
