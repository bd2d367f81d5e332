import { cellText, type FieldColumn } from '@baton/contract'
import { Icon, IconButton } from '@baton/ui'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from '../fields.module.css'
import { cellValue, rowsOf, withCell, withPasted } from '../rows.ts'
import { wordOf } from '../word.ts'
import { useFieldWords } from '../words/index.ts'
import type { InputProps } from './input.ts'

/** A small table: Tab goes on, Enter goes down and adds a row at the end, cells of a spreadsheet can be pasted. */
export function RowsInput({ tie, label, spec, value, onChange, disabled, wrongAt }: InputProps<'rows'>): ReactNode {
  const { t } = useFieldWords()
  const { t: f } = useFormWords()
  const { i18n } = useWords()
  const table = useRef<HTMLTableElement>(null)
  const kept = rowsOf(value)
  const rows = kept.length > 0 ? kept : [{}]
  const { columns, most } = spec
  const cellAt = (row: number, column: number) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}.${column}"]`)
  const add = () => {
    if (rows.length >= most) return
    onChange([...rows, {}])
    setTimeout(() => cellAt(rows.length, 0)?.focus())
  }
  const press = (event: KeyboardEvent, row: number, column: number) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const below = cellAt(row + 1, column)
    if (below) below.focus()
    else add()
  }
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    onChange(withPasted(rows, columns, { row, column }, text, most))
  }
  return (
    <div className={style.stack} data-invalid={tie['aria-invalid']}>
      <div className={style.scroll}>
        <table ref={table} className={style.table}>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column.key} scope="col" data-number={isNumber(column) ? '' : undefined}>
                  {wordOf(column, i18n.language)}
                  {column.required && ' *'}
                </th>
              ))}
              <th>
                <span className="unseen">{f('remove', { name: '' })}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr key={at}>
                {columns.map((column, index) => {
                  const wrong = wrongAt(`.${at}.${column.key}`)
                  return (
                    <td key={column.key} {...(wrong && { 'data-hint': wrong })}>
                      <Cell
                        column={column}
                        value={row[column.key]}
                        disabled={disabled}
                        onChange={next => onChange(withCell(rows, at, column.key, next))}
                        own={{
                          ...(at === 0 && index === 0 && { id: tie.id }),
                          'aria-label': `${label} ${wordOf(column, i18n.language)} ${at + 1}`,
                          'data-cell': `${at}.${index}`,
                          ...(wrong && { 'aria-invalid': true as const }),
                          onKeyDown: event => press(event, at, index),
                          onPaste: event => paste(event, at, index),
                        }}
                      />
                      {wrong && <span className={style.problem}>{wrong}</span>}
                    </td>
                  )
                })}
                <td>
                  {!disabled && (
                    <IconButton
                      icon="close"
                      size={12}
                      label={f('remove', { name: `${label} ${at + 1}` })}
                      onClick={() => onChange(rows.length > 1 ? rows.filter((_, index) => index !== at) : null)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!disabled && rows.length < most && (
        <button type="button" className={style.add} onClick={add}>
          <Icon name="plus" size={14} />
          {t('rows.add')}
        </button>
      )}
    </div>
  )
}

interface CellProps {
  column: FieldColumn
  value: unknown
  disabled: boolean
  onChange: (value: unknown) => void
  own: {
    id?: string
    'aria-label': string
    'aria-invalid'?: true
    'data-cell': string
    onKeyDown: (event: KeyboardEvent) => void
    onPaste: (event: ClipboardEvent) => void
  }
}

function Cell({ column, value, disabled, onChange, own }: CellProps): ReactNode {
  const { t } = useFieldWords()
  const { t: shared, i18n } = useWords()
  const { kind, options = [] } = column
  if (kind === 'choice' || kind === 'boolean') {
    const choices =
      kind === 'choice'
        ? options
            .filter(({ key, archived }) => !archived || key === value)
            .map(one => [one.key, wordOf(one, i18n.language)])
        : [
            ['true', t('yes')],
            ['false', t('no')],
          ]
    return (
      <select
        {...own}
        className={style.cell}
        disabled={disabled}
        value={value === undefined || value === null ? '' : String(value)}
        onChange={event => {
          const next = event.target.value
          onChange(next === '' ? null : kind === 'boolean' ? next === 'true' : next)
        }}
      >
        <option value="">{shared('word.none')}</option>
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    )
  }
  if (kind === 'date')
    return (
      <input
        {...own}
        type="date"
        className={style.cell}
        disabled={disabled}
        max="9999-12-31"
        value={typeof value === 'string' ? value : ''}
        onChange={event => onChange(event.target.value || null)}
      />
    )
  if (kind === 'text')
    return (
      <input
        {...own}
        className={style.cell}
        autoComplete="off"
        disabled={disabled}
        maxLength={500}
        value={typeof value === 'string' ? value : ''}
        onChange={event => onChange(event.target.value || null)}
      />
    )
  return <NumberCell {...{ column, value, disabled, onChange, own }} />
}

/** What is typed stands as typed, `1.` on its way to `1.5` too; the value is the number that it says. */
function NumberCell({ column, value, disabled, onChange, own }: CellProps): ReactNode {
  const typed = useRef<string>(undefined)
  const shown = value === undefined || value === null ? '' : String(value)
  const text =
    typed.current !== undefined && cellValue(column, typed.current) === (value ?? null) ? typed.current : shown
  return (
    <input
      {...own}
      className={style.cell}
      data-number
      inputMode="decimal"
      autoComplete="off"
      disabled={disabled}
      maxLength={30}
      value={text}
      onChange={event => {
        typed.current = event.target.value
        onChange(cellValue(column, event.target.value))
      }}
    />
  )
}

/** The same table, to be read. */
export function RowsTable({ columns, value, wording }: RowsTableProps): ReactNode {
  return (
    <div className={style.scroll}>
      <table className={style.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" data-number={isNumber(column) ? '' : undefined}>
                {wordOf(column, wording.locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(value).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={at}>
              {columns.map(column => (
                <td key={column.key} data-number={isNumber(column) ? '' : undefined}>
                  {cellText(column, row[column.key], wording)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowsTableProps {
  columns: readonly FieldColumn[]
  value: unknown
  wording: Parameters<typeof cellText>[2]
}

const isNumber = ({ kind }: FieldColumn): boolean => kind === 'number' || kind === 'amount'
