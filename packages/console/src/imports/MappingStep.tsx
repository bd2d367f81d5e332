import { Field, Segmented, Select } from '@baton/ui'
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { Part } from '../forms/Part.tsx'
import { DefaultsFields } from './DefaultsFields.tsx'
import style from './Import.module.css'
import type { Importing, Known, Preview } from './useImport.ts'
import { useImportWords } from './words/index.ts'

interface Props {
  importing: Importing
  preview: Preview
}

/** What each column is, by what rows are known again, and what holds where the file says nothing. */
export function MappingStep({ importing, preview }: Props): ReactNode {
  const { t } = useImportWords()
  const { name, rowCount, isMore } = preview
  return (
    <>
      <p className={style.line}>
        {t(isMore ? 'mapping.rowsMore' : 'mapping.rows', { name, count: rowCount.toLocaleString() })}
      </p>
      <Place importing={importing} preview={preview} />
      <Part title={t('mapping.columns')}>
        <Missing importing={importing} preview={preview} />
        <ul className={style.columns}>
          {preview.columns.map(column => (
            <Column key={column.column} column={column} importing={importing} preview={preview} />
          ))}
        </ul>
      </Part>
      <KnownBy importing={importing} preview={preview} />
      {importing.of === 'ticket' && (
        <Part title={t('mapping.defaults')}>
          <p className={style.quiet}>{t('mapping.defaultsHint')}</p>
          <DefaultsFields importing={importing} />
        </Part>
      )}
    </>
  )
}

/** Which sheet, and where its headers stand. */
function Place({ importing: { look }, preview }: Props): ReactNode {
  const { t } = useImportWords()
  return (
    <div className={style.pair}>
      {preview.sheets.length > 1 && (
        <Field label={t('mapping.sheet')}>
          {tie => (
            <Select
              tie={tie}
              value={String(preview.sheet)}
              onChange={sheet => look({ sheet: Number(sheet) })}
              options={preview.sheets.map((sheet, at) => ({ value: String(at), label: sheet.name }))}
            />
          )}
        </Field>
      )}
      <Field label={t('mapping.headerRow')}>
        {tie => (
          <InputNumber
            {...tie}
            min={0}
            max={1000}
            value={preview.headerRow}
            onChange={headerRow => headerRow !== null && look({ sheet: preview.sheet, headerRow })}
          />
        )}
      </Field>
    </div>
  )
}

function Missing({ importing: { mapping }, preview }: Props): ReactNode {
  const { t } = useImportWords()
  const missing = preview.targets.filter(({ field, required }) => required && !mapping.some(one => one.field === field))
  if (missing.length === 0) return null
  return (
    <p className={style.missing} role="status">
      {t('mapping.missing', { names: missing.map(({ name }) => name).join('、') })}
      <span className={style.quiet}>{t('mapping.missingHint')}</span>
    </p>
  )
}

function Column({
  column: { column, letter, header, samples },
  importing: { fieldOf, choose },
  preview,
}: Props & { column: Preview['columns'][number] }): ReactNode {
  const { t } = useImportWords()
  const field = fieldOf(column)
  const named = header || t('mapping.noHeader')
  return (
    <li className={style.column} data-left={field === null || undefined}>
      <span className={style.letter} aria-hidden>
        {letter}
      </span>
      <div className={style.what}>
        <div className={style.header}>{named}</div>
        <div className={style.sample}>{samples.join(' · ') || t('mapping.empty')}</div>
      </div>
      <Select
        label={t('mapping.column', { letter, header: named })}
        value={field ?? ''}
        onChange={next => choose(column, next || null)}
        options={[
          { value: '', label: t('mapping.leave') },
          ...preview.targets.map(({ field, name, required }) => ({
            value: field,
            label: required ? t('mapping.required', { name }) : name,
          })),
        ]}
      />
    </li>
  )
}

function KnownBy({ importing, preview }: Props): ReactNode {
  const { t } = useImportWords()
  const { of, key, setKey, onKnown, setOnKnown } = importing
  // Customers are known by numbers, phones and mail addresses, whatever is chosen.
  const knows = of === 'customer' || key !== null
  return (
    <div className={style.pair}>
      <Field label={t(`of.${of}.key`)} hint={t(`of.${of}.${key === null ? 'noKeyHint' : 'keyHint'}`)}>
        {tie => (
          <Select
            tie={tie}
            value={key === null ? '' : String(key)}
            onChange={next => setKey(next === '' ? null : Number(next))}
            options={[
              { value: '', label: t(`of.${of}.noKey`) },
              ...preview.columns.map(({ column, letter, header }) => ({
                value: String(column),
                label: t('mapping.column', { letter, header: header || t('mapping.noHeader') }),
              })),
            ]}
          />
        )}
      </Field>
      {knows && (
        <Field label={t(`of.${of}.onKnown`)} hint={t(`of.${of}.${onKnown}Hint`)}>
          {() => (
            <Segmented<Known>
              label={t(`of.${of}.onKnown`)}
              value={onKnown}
              onChange={setOnKnown}
              choices={[
                { value: 'skip', label: t('mapping.skip') },
                { value: 'update', label: t(`of.${of}.update`) },
              ]}
            />
          )}
        </Field>
      )}
    </div>
  )
}
