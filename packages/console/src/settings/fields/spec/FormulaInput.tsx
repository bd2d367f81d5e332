import {
  type FieldOwner,
  type FormulaFault,
  faultIn,
  fieldText,
  fill,
  formulaFunctionNames,
  formulasOf,
  namesIn,
  parseFormula,
  type SpecOf,
  withFormulas,
  wordIn,
} from '@baton/contract'
import { Field, Segmented } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { FieldInput } from '../../../fields/FieldInput.tsx'
import { type FieldRecord, useFields } from '../../../fields/useFields.ts'
import { useWording } from '../../../fields/useWording.ts'
import { keptValues } from '../../../fields/values.ts'
import { wordOf } from '../../../fields/word.ts'
import { useWords } from '../../words/index.ts'
import style from './spec.module.css'

interface Props {
  of: FieldOwner
  /** The field's own key: a formula does not read itself. */
  own: string
  spec: SpecOf<'formula'>
  onChange: (spec: SpecOf<'formula'>) => void
  /** Result and unit stay once something is kept. */
  kept: boolean
  error: string | undefined
}

/** A formula, with the fields and functions to press, what is wrong at its place, and what comes of sample values. */
export function FormulaInput({ of, own, spec, onChange, kept, error }: Props): ReactNode {
  const { t, i18n } = useWords()
  const fields = useFields(of).filter(({ key, archived }) => key !== own && !archived)
  const area = useRef<HTMLTextAreaElement>(null)
  const names = readable(fields)
  const fault = spec.expression.trim() ? faultIn(spec.expression, name => names.has(name)) : undefined
  const insert = (text: string) => {
    const at = area.current
    const [from, to] = at ? [at.selectionStart, at.selectionEnd] : [spec.expression.length, spec.expression.length]
    onChange({ ...spec, expression: `${spec.expression.slice(0, from)}${text}${spec.expression.slice(to)}` })
    const cursor = from + text.length - (text.endsWith('()') ? 1 : 0)
    setTimeout(() => {
      at?.focus()
      at?.setSelectionRange(cursor, cursor)
    })
  }
  return (
    <>
      <Field
        label={t('fields.formula')}
        error={fault ? faultText(fault, i18n.language) : error}
        hint={t('fields.formulaHint')}
      >
        {tie => (
          <Input.TextArea
            {...tie}
            ref={element => {
              area.current = element?.resizableTextArea?.textArea ?? null
            }}
            className={style.code ?? ''}
            spellCheck={false}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            value={spec.expression}
            onChange={event => onChange({ ...spec, expression: event.target.value })}
          />
        )}
      </Field>
      {fault?.code === 'formula.syntax' && (
        <pre className={style.fault} aria-hidden>
          {spec.expression.slice(0, fault.at - 1)}
          <mark>{spec.expression.slice(fault.at - 1, fault.at) || ' '}</mark>
          {spec.expression.slice(fault.at)}
        </pre>
      )}
      <section className={style.palette} aria-label={t('fields.formulaFields')}>
        {[...names].map(([name, word]) => (
          <button key={name} type="button" className={style.piece} data-hint={name} onClick={() => insert(name)}>
            {word}
          </button>
        ))}
        {formulaFunctionNames.map(name => (
          <button
            key={name}
            type="button"
            className={style.piece}
            data-function
            data-hint={t(`fields.function.${name as 'sum'}`)}
            onClick={() => insert(`${name}()`)}
          >
            {name}
          </button>
        ))}
      </section>
      <Field label={t('fields.result')}>
        {() => (
          <Segmented
            label={t('fields.result')}
            disabled={kept}
            value={spec.result}
            onChange={result => onChange({ ...spec, result })}
            choices={(['number', 'text', 'boolean'] as const).map(value => ({
              value,
              label: t(`fields.results.${value}`),
            }))}
          />
        )}
      </Field>
      {!fault && spec.expression.trim() && <Trial spec={spec} own={own} fields={fields} />}
    </>
  )
}

/** The formula over values that one fills in to see. */
function Trial({
  spec,
  own,
  fields,
}: {
  spec: SpecOf<'formula'>
  own: string
  fields: readonly FieldRecord[]
}): ReactNode {
  const { t, i18n } = useWords()
  const wording = useWording()
  const [values, set] = useState<Readonly<Record<string, unknown>>>({})
  const read = fields.filter(
    ({ key, spec: other }) => other.kind !== 'formula' && namesIn(parseFormula(spec.expression)).includes(key),
  )
  const all = [...fields.filter(({ key }) => key !== own), { key: own || 'this', spec, archived: false }]
  const result = withFormulas(formulasOf(all), keptValues(fields, values))[own || 'this']
  return (
    <div className={style.trial}>
      <h4 className={style.trialTitle}>{t('fields.trial')}</h4>
      {read.map(field => (
        <Field key={field.key} label={wordOf(field, i18n.language)}>
          {tie => (
            <FieldInput
              field={field}
              tie={tie}
              label={wordOf(field, i18n.language)}
              value={values[field.key] ?? null}
              onChange={value => set(old => ({ ...old, [field.key]: value }))}
            />
          )}
        </Field>
      ))}
      <p className={style.outcome} aria-live="polite">
        = {result === undefined ? t('fields.noResult') : fieldText({ spec }, result, wording)}
      </p>
    </div>
  )
}

/** What a formula can read: fields, and the columns of tables. */
function readable(fields: readonly FieldRecord[]): Map<string, string> {
  return new Map(
    fields.flatMap(({ key, name, spec }): [string, string][] =>
      spec.kind === 'rows'
        ? spec.columns.map(column => [`${key}.${column.key}`, `${name} · ${column.name}`])
        : [[key, name]],
    ),
  )
}

const faultText = (fault: FormulaFault, language: string): string =>
  fill(wordIn(language, 'field', fault.code) ?? fault.code, { ...fault })
