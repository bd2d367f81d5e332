import { columnKinds, type FieldColumn, wordIn } from '@baton/contract'
import { Icon, IconButton, Select } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Toggle } from '../../../forms/Toggle.tsx'
import { useFormWords } from '../../../forms/words/index.ts'
import { Sortable } from '../../../lists/Sortable.tsx'
import { useWords } from '../../words/index.ts'
import { freshKey } from '../kinds.ts'
import { OptionsInput } from './OptionsInput.tsx'
import style from './spec.module.css'

interface Props {
  label: string
  value: readonly FieldColumn[]
  onChange: (columns: FieldColumn[]) => void
  /** Columns that are kept already stay. */
  kept: ReadonlySet<string>
  wrongAt: (at: string) => string | undefined
}

/** The columns of a small table: a name, what stands in it, whether it must. */
export function ColumnsInput({ label, value, onChange, kept, wrongAt }: Props): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const put = (at: number, patch: Partial<FieldColumn>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  return (
    <div className={style.stack}>
      <Sortable
        label={label}
        items={value}
        keyOf={({ key }) => key}
        nameOf={({ name }) => name}
        onMove={(column, to) => {
          const rest = value.filter(one => one !== column)
          onChange([...rest.slice(0, to), column, ...rest.slice(to)])
        }}
        row={(column, at) => (
          <div className={style.column}>
            <span className={style.option}>
              <input
                className={style.name}
                aria-label={`${t('fields.column')} ${at + 1}`}
                {...(wrongAt(`.${at}.name`) && { 'aria-invalid': true })}
                placeholder={t('fields.columnName')}
                maxLength={60}
                value={column.name}
                onChange={event => put(at, { name: event.target.value })}
              />
              <Select
                label={t('fields.columnKind', { name: column.name })}
                disabled={kept.has(column.key)}
                value={column.kind}
                onChange={kind => put(at, { kind, options: kind === 'choice' ? (column.options ?? []) : undefined })}
                options={columnKinds.map(kind => ({
                  value: kind,
                  label: wordIn(i18n.language, 'fieldKind', kind) ?? kind,
                }))}
              />
              <Toggle on={column.required} onChange={required => put(at, { required })}>
                {t('fields.columnRequired')}
              </Toggle>
              {!kept.has(column.key) && (
                <IconButton
                  icon="close"
                  size={14}
                  label={f('remove', { name: column.name })}
                  onClick={() => onChange(value.filter(one => one !== column))}
                />
              )}
            </span>
            {column.kind === 'choice' && (
              <OptionsInput
                label={`${column.name} ${t('fields.options')}`}
                value={column.options ?? []}
                onChange={options => put(at, { options })}
                kept={new Set()}
                wrongAt={path => wrongAt(`.${at}.options${path}`)}
              />
            )}
          </div>
        )}
      />
      <div className={style.buttons}>
        <Button
          size="small"
          icon={<Icon name="plus" size={14} />}
          onClick={() => onChange([...value, { key: freshKey('c', value), name: '', kind: 'text', required: false }])}
        >
          {t('fields.addColumn')}
        </Button>
      </div>
    </div>
  )
}
