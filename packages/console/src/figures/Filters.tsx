import { channels, type FigureDimension, figureDimensions, slaTargets, urgencies } from '@baton/contract'
import { Chip, Select } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import type { FieldRecord } from '../fields/useFields.ts'
import { useAsked } from './asked.tsx'
import style from './Figures.module.css'
import { filterOf } from './own-search.ts'
import { type Narrowing, none, ownNarrowings } from './search.ts'
import { useKeyNames, useKeys } from './useKeyNames.ts'
import { useOwn } from './useOwn.ts'
import { useWords } from './words/index.ts'

type Dimension = Exclude<FigureDimension, 'customer'> | 'target'
/** Customers are too many to choose from; they are come to from their own numbers. */
const dimensions: readonly Dimension[] = [...figureDimensions.filter(one => one !== 'customer'), 'target']

/** Those whose values are the same at every desk. */
const fixed: Partial<Record<Dimension, readonly string[]>> = {
  channel: channels,
  urgency: urgencies,
  target: slaTargets,
}
/** Those that a ticket may be without. */
const missing: readonly Dimension[] = ['department', 'person', 'category', 'requestType']

/** What narrows all figures of the page; closed while nothing does. */
export function Filters(): ReactNode {
  const { t } = useWords()
  const { search, ask } = useAsked()
  const [open, setOpen] = useState(false)
  const nameOf = useKeyNames()
  const set = ([...dimensions, 'leaf', 'customer', 'score'] as const).filter(key => search[key] !== undefined)
  const own = useOwn()
  const ownSet = ownNarrowings(search)
  const clear = () => ask(Object.fromEntries([...set, ...ownSet].map(key => [key, ''])))
  return (
    <>
      <button type="button" className={style.filter} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('filter')}
      </button>
      {set.map(key => (
        <Chip
          key={key}
          tone="accent"
          onRemove={{ label: `${t('clear')} ${wordOf(key, t)}`, run: () => ask({ [key]: '' }) }}
        >
          {t('opened.narrowed', { name: wordOf(key, t), value: nameOf(key, search[key] ?? '') })}
        </Chip>
      ))}
      {ownSet.map(key => (
        <Chip
          key={key}
          tone="accent"
          onRemove={{ label: `${t('clear')} ${own.nameOf(key)}`, run: () => ask({ [key]: '' }) }}
        >
          {t('opened.narrowed', { name: own.nameOf(key), value: own.valueOf(key, search[key] ?? '') })}
        </Chip>
      ))}
      {set.length + ownSet.length > 1 && (
        <button type="button" className={style.filter} onClick={clear}>
          {t('clear')}
        </button>
      )}
      {open && (
        <fieldset className={style.choices}>
          <legend className="unseen">{t('filters')}</legend>
          {dimensions.map(dimension => (
            <Narrow key={dimension} dimension={dimension} />
          ))}
          {own.fields.map(field => (
            <NarrowOwn key={field.id} field={field} />
          ))}
        </fieldset>
      )}
    </>
  )
}

type T = ReturnType<typeof useWords>['t']

export function wordOf(key: Narrowing, t: T): string {
  if (key === 'leaf') return t('figureDimension.category')
  if (key === 'target') return t('promises.target')
  return key === 'score' ? t('fact.rated') : t(`figureDimension.${key}`)
}

function Narrow({ dimension }: { dimension: Dimension }): ReactNode {
  const { t } = useWords()
  const { search, ask } = useAsked()
  const keys = useKeys()
  const nameOf = useKeyNames()
  const known = fixed[dimension] ?? keys[dimension as keyof typeof keys].map(({ key }) => key)
  const values = [...known, ...(missing.includes(dimension) ? [none] : [])]
  return (
    <Select
      label={wordOf(dimension, t)}
      value={search[dimension] ?? ''}
      onChange={value => ask({ [dimension]: value, ...(dimension === 'category' && { leaf: '' }) })}
      options={[
        { value: '', label: t(`every.${dimension}`) },
        ...values.map(value => ({ value, label: nameOf(dimension, value) })),
      ]}
    />
  )
}

function NarrowOwn({ field }: { field: FieldRecord }): ReactNode {
  const { t } = useWords()
  const { search, ask } = useAsked()
  const { nameOf, valuesOf } = useOwn()
  const narrowing = filterOf(field.key, field.spec.kind)
  const name = nameOf(narrowing)
  const values = valuesOf(field)
  const chosen = values.findIndex(({ value }) => value === search[narrowing])
  return (
    <Select
      label={name}
      value={String(chosen)}
      onChange={at => ask({ [narrowing]: values[Number(at)]?.value ?? '', [`fields.${field.key}.own`]: '' })}
      options={[
        { value: '-1', label: t('everyOwn', { name }) },
        // By itself a yes would not say of what.
        ...values.map(({ label }, at) => ({ value: String(at), label: t('opened.narrowed', { name, value: label }) })),
      ]}
    />
  )
}
