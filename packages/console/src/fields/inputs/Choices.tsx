import type { FieldOption } from '@baton/contract'
import { Chip, Combobox, IconButton, type Option, PickMany, Segmented } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from '../fields.module.css'
import { TreePick } from '../TreePick.tsx'
import { toneOf } from '../tone.ts'
import { wordOf } from '../word.ts'
import { useFieldWords } from '../words/index.ts'
import { type InputProps, keysOf } from './input.ts'

/** More of them, or longer words, are found by typing. */
const sideBySide = { options: 5, letters: 22 }

/** What can be chosen: what is in use, and what the record has already. */
const inUse = <O extends FieldOption>(options: readonly O[], chosen: readonly string[]): O[] =>
  options.filter(({ key, archived }) => !archived || chosen.includes(key))

export function ChoiceInput({ tie, label, spec, value, onChange, disabled }: InputProps<'choice'>): ReactNode {
  const { t, i18n } = useWords()
  const chosen = typeof value === 'string' ? value : null
  const options = inUse(spec.options, chosen ? [chosen] : [])
  const words = options.map(option => wordOf(option, i18n.language))
  if (options.length <= sideBySide.options && words.join('').length <= sideBySide.letters)
    return (
      <span className={style.segmented}>
        <Segmented
          label={label}
          disabled={disabled}
          invalid={tie['aria-invalid'] === true}
          value={chosen ?? undefined}
          onChange={onChange}
          choices={options.map(option => ({
            value: option.key,
            label: (
              <>
                {option.colour && <span className={style.dot} data-colour={option.colour} />}
                {wordOf(option, i18n.language)}
              </>
            ),
          }))}
        />
        {chosen && !disabled && (
          <IconButton icon="close" size={14} label={t('word.clear')} onClick={() => onChange(null)} />
        )}
      </span>
    )
  return (
    <Combobox
      tie={tie}
      disabled={disabled}
      options={options.map(option => optionOf(option, i18n.language))}
      value={chosen}
      onChange={onChange}
      placeholder={t('word.none')}
      emptyText={t('word.nothingFound')}
      clearLabel={t('word.clear')}
    />
  )
}

export function ChoicesInput({ tie, spec, value, onChange, disabled }: InputProps<'choices'>): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const { t: own } = useFieldWords()
  const chosen = keysOf(value)
  const isFull = disabled || (spec.most !== undefined && chosen.length >= spec.most)
  const options = inUse(spec.options, chosen).filter(({ key }) => !isFull || chosen.includes(key))
  return (
    <PickMany
      tie={tie}
      options={options.map(option => optionOf(option, i18n.language))}
      value={chosen}
      onChange={next => onChange(next.length > 0 ? next : null)}
      placeholder={own('input.addOne')}
      emptyText={t('word.nothingFound')}
      removeLabel={name => f('remove', { name })}
    />
  )
}

const optionOf = (option: FieldOption, language: string): Option => ({
  value: option.key,
  label: wordOf(option, language),
  also: `${option.name} ${option.nameEn ?? ''}`,
  face: option.colour ? <Chip tone={toneOf(option.colour)}>{wordOf(option, language)}</Chip> : wordOf(option, language),
})

export function CascadeInput({ tie, spec, value, onChange, disabled }: InputProps<'cascade'>): ReactNode {
  const { t } = useFieldWords()
  const { i18n } = useWords()
  const path = keysOf(value)
  return (
    <TreePick
      tie={tie}
      disabled={disabled}
      leafOnly={spec.leafOnly}
      nodes={inUse(spec.branches, path).map(branch => ({
        key: branch.key,
        name: wordOf(branch, i18n.language),
        parent: branch.parent,
        also: branch.nameEn,
      }))}
      value={path.length > 0 ? path : null}
      onChange={onChange}
      placeholder={t('tree.choose')}
    />
  )
}

export function BooleanInput({ tie, label, value, onChange, disabled }: InputProps<'boolean'>): ReactNode {
  const { t } = useWords()
  const { t: own } = useFieldWords()
  return (
    <span className={style.segmented}>
      <Segmented<'yes' | 'no'>
        label={label}
        disabled={disabled}
        invalid={tie['aria-invalid'] === true}
        value={value === true ? 'yes' : value === false ? 'no' : undefined}
        onChange={next => onChange(next === 'yes')}
        choices={(['yes', 'no'] as const).map(one => ({ value: one, label: own(one) }))}
      />
      {typeof value === 'boolean' && !disabled && (
        <IconButton icon="close" size={14} label={t('word.clear')} onClick={() => onChange(null)} />
      )}
    </span>
  )
}
