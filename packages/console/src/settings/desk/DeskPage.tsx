import { Combobox } from '@baton/ui'
import { Switch } from 'antd'
import type { ReactNode } from 'react'
import { LastChange } from '../../forms/LastChange.tsx'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { useDepartments } from '../../people/directory.ts'
import { useAsk } from '../../session/ask.ts'
import { PageHead } from '../PageHead.tsx'
import type { DeskRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { NumberControl, TextControl } from './controls.tsx'
import style from './Desk.module.css'
import { Group } from './Group.tsx'
import { Setting } from './Setting.tsx'
import { useAnchor } from './useAnchor.ts'
import { useSaving } from './useSaving.ts'
import { Weights } from './Weights.tsx'

/** The desk's own arrangements: each saved as it is changed, each with what it means. */
export function DeskPage(): ReactNode {
  const query = useAsk('settings.get', {})
  return (
    <>
      <PageHead page="desk" />
      <Asked query={query} rows={8}>
        {desk => <Settings desk={desk} />}
      </Asked>
    </>
  )
}

function Settings({ desk }: { desk: DeskRecord }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { save, problem } = useSaving('settings.update', desk)
  const departments = useDepartments().filter(one => !one.archived)
  useAnchor()
  const fixed = !desk.allowed.includes('settings.update')
  const daysEffect = (name: 'autoCloseDays' | 'reopenDays') =>
    desk[name] === 0 ? t(`desk.${name}Effect.never`) : t(`desk.${name}Effect.days`, { count: desk[name] })
  return (
    <div className={style.desk}>
      <Group title={t('desk.general')}>
        <Setting name="deskName" effect={t('desk.deskNameEffect')} problem={problem('deskName')}>
          {tie => (
            <TextControl
              tie={tie}
              value={desk.deskName}
              maxLength={100}
              fixed={fixed}
              onSave={deskName => save({ deskName })}
            />
          )}
        </Setting>
        <Setting name="timezone" effect={t('desk.timezoneEffect')} problem={problem('timezone')}>
          {tie => (
            <Combobox
              tie={tie}
              options={zones.map(value => ({ value, label: value }))}
              value={desk.timezone}
              onChange={timezone => timezone && timezone !== desk.timezone && save({ timezone })}
              emptyText={f('noMatch')}
            />
          )}
        </Setting>
      </Group>
      <Group title={t('desk.tickets')}>
        <Setting
          name="numberPrefix"
          effect={t('desk.numberPrefixEffect', { example: exampleOf(desk.numberPrefix) })}
          problem={problem('numberPrefix')}
        >
          {tie => (
            <TextControl
              tie={tie}
              value={desk.numberPrefix}
              maxLength={5}
              narrow
              capitals
              fixed={fixed}
              mayBeEmpty
              onSave={numberPrefix => save({ numberPrefix })}
            />
          )}
        </Setting>
        <Setting
          name="defaultDepartmentId"
          effect={t('desk.defaultDepartmentIdEffect')}
          problem={problem('defaultDepartmentId')}
        >
          {tie => (
            <Combobox
              tie={tie}
              options={departments.map(one => ({ value: one.id, label: one.path }))}
              value={desk.defaultDepartmentId}
              onChange={id => id && id !== desk.defaultDepartmentId && save({ defaultDepartmentId: id })}
              placeholder={t('desk.noDepartment')}
              emptyText={f('noMatch')}
            />
          )}
        </Setting>
        <Setting name="autoCloseDays" effect={daysEffect('autoCloseDays')} problem={problem('autoCloseDays')}>
          {tie => (
            <NumberControl
              tie={tie}
              value={desk.autoCloseDays}
              unit={t('desk.days')}
              fixed={fixed}
              onSave={autoCloseDays => save({ autoCloseDays })}
            />
          )}
        </Setting>
        <Setting name="reopenDays" effect={daysEffect('reopenDays')} problem={problem('reopenDays')}>
          {tie => (
            <NumberControl
              tie={tie}
              value={desk.reopenDays}
              unit={t('desk.days')}
              fixed={fixed}
              onSave={reopenDays => save({ reopenDays })}
            />
          )}
        </Setting>
      </Group>
      <Group title={t('desk.customers')}>
        <Setting
          name="acknowledge"
          effect={t(desk.acknowledge ? 'desk.acknowledgeEffect.on' : 'desk.acknowledgeEffect.off')}
          problem={problem('acknowledge')}
        >
          {tie => (
            <Switch
              {...tie}
              checked={desk.acknowledge}
              disabled={fixed}
              onChange={acknowledge => save({ acknowledge })}
            />
          )}
        </Setting>
        <Setting
          name="formEnabled"
          effect={
            <>
              {t(desk.formEnabled ? 'desk.formEnabledEffect.on' : 'desk.formEnabledEffect.off')}{' '}
              {desk.formEnabled && (
                <a href="/form" target="_blank" rel="noreferrer">
                  {t('desk.openForm')}
                </a>
              )}
            </>
          }
          problem={problem('formEnabled')}
        >
          {tie => (
            <Switch
              {...tie}
              checked={desk.formEnabled}
              disabled={fixed}
              onChange={formEnabled => save({ formEnabled })}
            />
          )}
        </Setting>
      </Group>
      <Group title={t('desk.people')}>
        <Weights
          weights={desk.loadWeights}
          fixed={fixed}
          problem={problem('loadWeights')}
          onSave={loadWeights => save({ loadWeights })}
        />
      </Group>
      <p className={style.last}>
        <LastChange subjectId={desk.id} type="settings.updated" />
      </p>
    </div>
  )
}

const zones = Intl.supportedValuesOf('timeZone')

/** A number as tickets would get it now. */
function exampleOf(prefix: string): string {
  const now = new Date()
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('')
  return `${prefix}${day}001`
}
