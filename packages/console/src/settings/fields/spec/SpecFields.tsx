import {
  currencies,
  type FieldOwner,
  type FieldSpec,
  referenceTargets,
  regionLevels,
  textFormats,
  wordIn,
} from '@baton/contract'
import { Field, Select } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Toggle } from '../../../forms/Toggle.tsx'
import { useWords } from '../../words/index.ts'
import { Bounds, Most } from './Bounds.tsx'
import { BranchesInput } from './BranchesInput.tsx'
import { ColumnsInput } from './ColumnsInput.tsx'
import { FormulaInput } from './FormulaInput.tsx'
import { OptionsInput } from './OptionsInput.tsx'
import style from './spec.module.css'

interface Props {
  of: FieldOwner
  own: string
  spec: FieldSpec
  onChange: (spec: FieldSpec) => void
  /** What is kept already, and so stays as it is. */
  before: FieldSpec | undefined
  /** What is wrong at `spec.options.2.name`. */
  wrongAt: (path: string) => string | undefined
}

/** What belongs to a kind of field. */
export function SpecFields({ of, own, spec, onChange, before, wrongAt }: Props): ReactNode {
  const { t, i18n } = useWords()
  const keys = (list: readonly { key: string }[] | undefined) => new Set(list?.map(({ key }) => key))
  const at = (name: string) => (path: string) => wrongAt(`spec.${name}${path}`)
  switch (spec.kind) {
    case 'text':
      return (
        <div className={style.pair}>
          <Field label={t('fields.format')}>
            {tie => (
              <Select
                tie={tie}
                value={spec.format}
                onChange={format => onChange({ ...spec, format })}
                options={textFormats.map(value => ({
                  value,
                  label: wordIn(i18n.language, 'textFormat', value) ?? value,
                }))}
              />
            )}
          </Field>
          <Most
            label={t('fields.letters')}
            value={spec.most}
            most={1000}
            error={wrongAt('spec.most')}
            onChange={most => onChange({ ...spec, most: most ?? 200 })}
          />
        </div>
      )
    case 'longText':
      return (
        <Most
          label={t('fields.letters')}
          value={spec.most}
          most={20_000}
          error={wrongAt('spec.most')}
          onChange={most => onChange({ ...spec, most: most ?? 5000 })}
        />
      )
    case 'number':
      return (
        <>
          <div className={style.pair}>
            <Most
              label={t('fields.decimals')}
              value={spec.decimals}
              least={0}
              most={8}
              error={wrongAt('spec.decimals')}
              onChange={decimals => onChange({ ...spec, decimals: decimals ?? 0 })}
            />
            <Field label={t('fields.unit')} error={wrongAt('spec.unit')}>
              {tie => (
                <Input
                  {...tie}
                  maxLength={20}
                  value={spec.unit ?? ''}
                  onChange={event => onChange({ ...spec, unit: event.target.value || undefined })}
                />
              )}
            </Field>
          </div>
          <Bounds spec={spec} onChange={onChange} error={wrongAt('spec.max')} />
        </>
      )
    case 'amount':
      return (
        <>
          <Field label={t('fields.currency')} hint={before && t('fields.stays')}>
            {tie => (
              <Select
                tie={tie}
                disabled={before !== undefined}
                value={spec.currency}
                onChange={currency => onChange({ ...spec, currency })}
                options={currencies.map(value => ({ value, label: value }))}
              />
            )}
          </Field>
          <Bounds spec={spec} onChange={onChange} error={wrongAt('spec.max')} />
        </>
      )
    case 'choice':
    case 'choices':
      return (
        <Field label={t('fields.options')} error={wrongAt('spec.options')}>
          {() => (
            <OptionsInput
              label={t('fields.options')}
              value={spec.options}
              onChange={options => onChange({ ...spec, options })}
              kept={keys(before && 'options' in before ? before.options : undefined)}
              wrongAt={at('options')}
            />
          )}
        </Field>
      )
    case 'cascade':
      return (
        <>
          <Field label={t('fields.branches')} error={wrongAt('spec.branches')}>
            {() => (
              <BranchesInput
                label={t('fields.branches')}
                value={spec.branches}
                onChange={branches => onChange({ ...spec, branches })}
                kept={keys(before && 'branches' in before ? before.branches : undefined)}
              />
            )}
          </Field>
          <Toggle on={spec.leafOnly} onChange={leafOnly => onChange({ ...spec, leafOnly })}>
            {t('fields.leafOnly')}
          </Toggle>
        </>
      )
    case 'reference':
      return (
        <>
          <Field label={t('fields.refersTo')}>
            {tie => (
              <Select
                tie={tie}
                value={spec.to}
                onChange={to => onChange({ ...spec, to })}
                options={referenceTargets.map(value => ({ value, label: t(`fields.target.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('fields.address')} error={wrongAt('spec.address')} hint={t('fields.addressHint')}>
            {tie => (
              <Input
                {...tie}
                maxLength={500}
                placeholder="https://erp.example.com/orders/{value}"
                value={spec.address ?? ''}
                onChange={event => onChange({ ...spec, address: event.target.value.trim() || undefined })}
              />
            )}
          </Field>
        </>
      )
    case 'address':
      return (
        <>
          <Field label={t('fields.level')}>
            {tie => (
              <Select
                tie={tie}
                value={spec.level}
                onChange={level => onChange({ ...spec, level })}
                options={regionLevels.map(value => ({ value, label: t(`fields.levels.${value}`) }))}
              />
            )}
          </Field>
          <Toggle on={spec.detail} onChange={detail => onChange({ ...spec, detail })}>
            {t('fields.withDetail')}
          </Toggle>
        </>
      )
    case 'files':
    case 'pictures':
      return (
        <Most
          label={t('fields.mostFiles')}
          value={spec.most}
          most={20}
          error={wrongAt('spec.most')}
          onChange={most => onChange({ ...spec, most: most ?? 10 })}
        />
      )
    case 'formula':
      return (
        <FormulaInput
          of={of}
          own={own}
          spec={spec}
          onChange={onChange}
          kept={before !== undefined}
          error={wrongAt('spec.expression')}
        />
      )
    case 'rows':
      return (
        <Field label={t('fields.columns')} error={wrongAt('spec.columns')}>
          {() => (
            <ColumnsInput
              label={t('fields.columns')}
              value={spec.columns}
              onChange={columns => onChange({ ...spec, columns })}
              kept={keys(before && 'columns' in before ? before.columns : undefined)}
              wrongAt={at('columns')}
            />
          )}
        </Field>
      )
    case 'richText':
    case 'date':
    case 'time':
    case 'boolean':
    case 'person':
    case 'department':
    case 'customer':
    case 'phone':
    case 'location':
      return null
  }
}
