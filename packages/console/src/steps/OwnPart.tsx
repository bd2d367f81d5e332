import type { FieldKind } from '@baton/contract'
import { Combobox, Field, IconButton } from '@baton/ui'
import type { ReactNode } from 'react'
import { FieldInput } from '../fields/FieldInput.tsx'
import { useFields } from '../fields/useFields.ts'
import { sentValue, type Values } from '../fields/values.ts'
import { wordOf } from '../fields/word.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useMe } from '../session/me.ts'
import style from './Steps.module.css'
import { useStepWords } from './words/index.ts'

interface Props {
  /** By key; null empties the field. */
  values: Values
  onChange: (values: Values) => void
  /** What the server says about a value, by its path: `orderNo`. */
  wrongAt: (path: string) => string | undefined
}

/** What is worked out, and what can be given only once, nobody keeps. */
const unkept: readonly FieldKind[] = ['formula', 'files', 'pictures']

/** The desk's own fields that a step fills in or empties; another one, that one may change oneself, is added by its name. */
export function OwnPart({ values, onChange, wrongAt }: Props): ReactNode {
  const { t, i18n } = useStepWords()
  const { t: f } = useFormWords()
  const me = useMe()
  const fields = useFields('ticket')
  const put = (key: string, value: unknown) => onChange({ ...values, [key]: value })
  const others = fields.filter(
    ({ key, archived, spec }) =>
      !Object.hasOwn(values, key) && !archived && !unkept.includes(spec.kind) && !me.isFrozen(`fields.${key}`),
  )
  if (fields.length === 0) return null
  return (
    <>
      {Object.keys(values).map(key => {
        const field = fields.find(one => one.key === key)
        const label = field ? wordOf(field, i18n.language) : key
        const below = ['', '.region', '.detail', '.longitude', '.latitude', '.name']
        return (
          <div key={key} className={style.own}>
            <Field
              label={label}
              hint={field && values[key] === null ? t('empties') : undefined}
              error={below.map(at => wrongAt(`${key}${at}`)).find(Boolean)}
            >
              {tie =>
                field && (
                  <FieldInput
                    field={field}
                    tie={tie}
                    label={label}
                    value={values[key]}
                    onChange={value => put(key, sentValue(field, value))}
                    wrongAt={at => wrongAt(`${key}${at}`)}
                  />
                )
              }
            </Field>
            <IconButton
              icon="close"
              size={14}
              label={f('remove', { name: label })}
              onClick={() => onChange(Object.fromEntries(Object.entries(values).filter(([other]) => other !== key)))}
            />
          </div>
        )
      })}
      {others.length > 0 && (
        <div className={style.short}>
          <Field label={t('part.own')}>
            {tie => (
              <Combobox
                tie={tie}
                options={others.map(field => ({
                  value: field.key,
                  label: wordOf(field, i18n.language),
                  also: field.key,
                }))}
                value={null}
                onChange={key => key && put(key, null)}
                placeholder={t('addField')}
                emptyText={f('noMatch')}
              />
            )}
          </Field>
        </div>
      )}
    </>
  )
}
