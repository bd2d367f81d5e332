import { Combobox, Field } from '@baton/ui'
import { Input, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { Form } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../words/index.ts'
import type { Draft } from './draft.ts'
import { OwnDays } from './OwnDays.tsx'
import { WeekInput } from './week/WeekInput.tsx'

/** What a calendar is made of: its name, its zone, its week, and the days that are not like others. */
export function CalendarFields({ form, isNew }: { form: Form<Draft>; isNew: boolean }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { values } = form
  return (
    <>
      <Field label={t('calendars.name')} error={form.error('name')} hint={isNew && t('calendars.nameHint')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={isNew}
            autoComplete="off"
            maxLength={100}
            value={values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('calendars.zone')} error={form.error('timezone')} hint={t('calendars.zoneHint')}>
        {tie => (
          <Combobox
            tie={tie}
            options={zones}
            value={values.timezone}
            onChange={zone => zone && form.set('timezone', zone)}
            emptyText={f('noMatch')}
          />
        )}
      </Field>
      <WeekInput form={form} />
      {!values.always && (
        <>
          <Field
            label={t('calendars.keepHolidays')}
            error={form.error('holidays')}
            hint={t(values.holidays ? 'calendars.keepHolidaysOn' : 'calendars.keepHolidaysOff')}
          >
            {tie => (
              <Switch
                {...tie}
                style={{ alignSelf: 'flex-start' }}
                checked={values.holidays}
                onChange={keeps => form.set('holidays', keeps)}
              />
            )}
          </Field>
          <OwnDays form={form} />
        </>
      )}
    </>
  )
}

const zones = Intl.supportedValuesOf('timeZone').map(value => ({ value, label: value }))
