import { channels, urgencies } from '@baton/contract'
import { Combobox, Field, Select } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { useAll } from '../lists/useAll.ts'
import { useDepartments } from '../people/directory.ts'
import { useWords } from '../words/Speaking.tsx'
import style from './Import.module.css'
import type { Defaults, Importing } from './useImport.ts'
import { useImportWords } from './words/index.ts'

/** What every ticket begins with where the file says nothing. */
export function DefaultsFields({ importing: { defaults, set } }: { importing: Importing }): ReactNode {
  const { t, i18n } = useImportWords()
  const { t: f } = useFormWords()
  const { t: shared } = useWords()
  const templates = (useAll('template.list', {}).data ?? []).filter(({ of }) => of === 'ticket')
  const categories = (useAll('category.list', {}).data ?? []).filter(({ archived }) => !archived)
  const departments = useDepartments().filter(({ archived }) => !archived)
  const isEnglish = i18n.language === 'en'
  const choice = (
    key: 'templateId' | 'categoryId' | 'departmentId',
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <Field label={label}>
      {tie => (
        <Combobox
          tie={tie}
          options={options}
          value={defaults[key]}
          onChange={next => set(key, next)}
          placeholder={t('mapping.usual')}
          emptyText={f('noMatch')}
          clearLabel={t('mapping.usual')}
        />
      )}
    </Field>
  )
  return (
    <div className={style.pair}>
      {choice(
        'templateId',
        t('mapping.template'),
        templates.map(({ id, name, nameEn }) => ({ value: id, label: isEnglish ? (nameEn ?? name) : name })),
      )}
      {choice(
        'categoryId',
        t('mapping.category'),
        categories.map(({ id, path }) => ({ value: id, label: path })),
      )}
      {choice(
        'departmentId',
        t('mapping.department'),
        departments.map(({ id, path }) => ({ value: id, label: path })),
      )}
      <Field label={t('mapping.urgency')}>
        {tie => (
          <Select
            tie={tie}
            value={defaults.urgency ?? ''}
            onChange={next => set('urgency', (next || null) as Defaults['urgency'])}
            options={[
              { value: '', label: t('mapping.usual') },
              ...urgencies.map(key => ({ value: key as string, label: shared(`urgency.${key}`) })),
            ]}
          />
        )}
      </Field>
      <Field label={t('mapping.channel')}>
        {tie => (
          <Select
            tie={tie}
            value={defaults.channel}
            onChange={next => set('channel', next)}
            options={channels.map(key => ({ value: key, label: shared(`channel.${key}`) }))}
          />
        )}
      </Field>
    </div>
  )
}
