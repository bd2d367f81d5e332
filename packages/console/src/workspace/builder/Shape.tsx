import { Field, Segmented, Select } from '@baton/ui'
import { type ReactNode, useMemo } from 'react'
import { Part } from '../../forms/Part.tsx'
import type { Form } from '../../forms/useForm.ts'
import { useMe } from '../../session/me.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useOwnFields } from '../useOwnFields.ts'
import { useViewFieldNames } from '../useViewFieldNames.ts'
import { fieldsFor, type Use } from '../viewFields.ts'
import type { Layout } from '../views.ts'
import { useViewWords } from '../words/index.ts'
import { Columns, type Named } from './Columns.tsx'
import type { Draft } from './draft.ts'
import style from './ViewBuilder.module.css'

/** How the tickets are shown: as what, by which columns, in which order, apart by what. */
export function Shape({ form }: { form: Form<Draft> }): ReactNode {
  const { t } = useViewWords()
  const { t: shared } = useWords()
  const { layout, order, groupBy, columns } = form.values
  const offered = useOffered()
  return (
    <Part title={t('build.shape')}>
      <div className={style.stack}>
        <Segmented<Layout>
          label={t('build.layout')}
          value={layout}
          onChange={next => form.set('layout', next)}
          choices={(['list', 'table', 'board'] as const).map(value => ({ value, label: shared(`view.as.${value}`) }))}
        />
        <Field label={t('build.group')} error={form.error('groupBy')}>
          {tie => (
            <Select
              tie={tie}
              value={groupBy ?? ''}
              onChange={next => form.set('groupBy', next || null)}
              options={[{ value: '', label: t('build.noGroup') }, ...withChosen(offered('group'), groupBy)]}
            />
          )}
        </Field>
        <Field label={t('build.order')} error={form.error('order')}>
          {tie => (
            <span className={style.beside}>
              <Select
                tie={tie}
                value={order?.field ?? ''}
                onChange={field => form.set('order', field ? { field, direction: order?.direction ?? 'asc' } : null)}
                options={[{ value: '', label: t('build.usualOrder') }, ...withChosen(offered('order'), order?.field)]}
              />
              {order && (
                <Segmented<'asc' | 'desc'>
                  label={t('build.direction')}
                  value={order.direction}
                  onChange={direction => form.set('order', { ...order, direction })}
                  choices={[
                    { value: 'asc', label: t('build.asc') },
                    { value: 'desc', label: t('build.desc') },
                  ]}
                />
              )}
            </span>
          )}
        </Field>
        <Columns
          chosen={columns}
          offered={offered('column')}
          error={form.error('columns')}
          hint={
            layout === 'board' ? t('build.columnsBoard') : columns.length === 0 ? t('build.columnsUsual') : undefined
          }
          onChange={next => form.set('columns', next)}
        />
      </div>
    </Part>
  )
}

/** The fields that are offered for a use, by name. */
function useOffered(): (use: Use) => Named[] {
  const own = useOwnFields()
  const me = useMe()
  const nameOf = useViewFieldNames()
  return useMemo(
    () => use => fieldsFor(use, own, me.isHidden).map(id => ({ value: id, label: nameOf(id) })),
    [own, me, nameOf],
  )
}

/** What was chosen once, by the API or before a field went out of use, stays chosen until something else is. */
const withChosen = (offered: readonly Named[], chosen: string | null | undefined): readonly Named[] =>
  !chosen || offered.some(({ value }) => value === chosen) ? offered : [...offered, { value: chosen, label: chosen }]
