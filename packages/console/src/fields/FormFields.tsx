import { type FormField, type FormPart, isFormField, type StandingItem } from '@baton/contract'
import { Field } from '@baton/ui'
import { Fragment, type ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { FieldInput } from './FieldInput.tsx'
import style from './FormFields.module.css'
import type { Standing } from './useStanding.ts'
import { wordOf } from './word.ts'

interface Props {
  standing: Standing
  /** Until when what is starred must be filled in. */
  step: 'open' | 'solve'
  onChange: (key: string, value: unknown) => void
  /** What is wrong with a value, by its exact path: `fields.items.2.price`. */
  wrongAt: (path: string) => string | undefined
  /** Draws a part of the record itself, where the form has it. */
  part?: (name: FormPart, star: string) => ReactNode
  disabled?: boolean
}

/** A form as it stands: its sections, its fields side by side or one under the other, what is required starred. */
export function FormFields({ standing, step, onChange, wrongAt, part, disabled = false }: Props): ReactNode {
  const { i18n } = useWords()
  const { definitions, values } = standing
  const draw = ({ item, required }: StandingItem & { item: FormField }): ReactNode => {
    const star = required === 'open' || (required === 'solve' && step === 'solve') ? ' *' : ''
    if (!item.field.startsWith('fields.')) return part?.(item.field as FormPart, star)
    const key = item.field.slice('fields.'.length)
    const field = definitions.find(one => one.key === key)
    if (!field) return null
    const label = wordOf(field, i18n.language)
    const below = ['', '.region', '.detail', '.longitude', '.latitude', '.name']
    return (
      <Field
        label={`${label}${star}`}
        hint={field.help ?? undefined}
        error={below.map(at => wrongAt(`${item.field}${at}`)).find(Boolean)}
      >
        {tie => (
          <FieldInput
            field={field}
            tie={tie}
            label={label}
            value={values[key] ?? null}
            onChange={value => onChange(key, value)}
            disabled={disabled}
            wrongAt={at => wrongAt(`${item.field}${at}`)}
          />
        )}
      </Field>
    )
  }
  return sectionsOf(standing.items).map(({ head, items }, at) => {
    const drawn = items.map(one => ({ one, node: draw(one) })).filter(({ node }) => node !== null && node !== undefined)
    if (drawn.length === 0) return null
    return (
      <Fragment key={head ? `${head.section} ${at}` : ''}>
        {head && (
          <h3 className={style.section}>{wordOf({ name: head.section, nameEn: head.sectionEn }, i18n.language)}</h3>
        )}
        <div className={style.grid}>
          {drawn.map(({ one, node }) => (
            <div key={one.item.field} className={style.item} data-width={one.item.width}>
              {node}
            </div>
          ))}
        </div>
      </Fragment>
    )
  })
}

interface Section {
  head: { section: string; sectionEn?: string | undefined } | undefined
  items: (StandingItem & { item: FormField })[]
}

/** What is visible, by the headings that it stands under. */
export function sectionsOf(standing: readonly StandingItem[]): Section[] {
  const sections: Section[] = [{ head: undefined, items: [] }]
  for (const one of standing) {
    if (!one.visible) continue
    if (isFormField(one.item)) sections.at(-1)?.items.push(one as StandingItem & { item: FormField })
    else sections.push({ head: one.item, items: [] })
  }
  return sections
}
