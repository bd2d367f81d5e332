import { type FieldOption, optionColours } from '@baton/contract'
import { Chip, Icon, IconButton } from '@baton/ui'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { toneOf } from '../../../fields/tone.ts'
import { useFormWords } from '../../../forms/words/index.ts'
import { Sortable } from '../../../lists/Sortable.tsx'
import { useWords } from '../../words/index.ts'
import { freshKey } from '../kinds.ts'
import { withPastedOptions } from '../outline.ts'
import style from './spec.module.css'

interface Props {
  label: string
  value: readonly FieldOption[]
  onChange: (options: FieldOption[]) => void
  /** Keys that are kept already: those go out of use, and do not go. */
  kept: ReadonlySet<string>
  /** What is wrong at `.2.name`. */
  wrongAt: (at: string) => string | undefined
}

/** What can be chosen: named, coloured, ordered, put out of use; many at once by one a line. */
export function OptionsInput({ label, value, onChange, kept, wrongAt }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const [bulk, setBulk] = useState<string>()
  const put = (at: number, patch: Partial<FieldOption>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  const add = () => {
    onChange([...value, { key: freshKey('o', value), name: '' }])
    setTimeout(() => document.querySelector<HTMLElement>(`[data-option="${value.length}"]`)?.focus())
  }
  return (
    <div className={style.stack}>
      <Sortable
        label={label}
        items={value}
        keyOf={({ key }) => key}
        nameOf={({ name }) => name}
        isPale={({ archived }) => archived === true}
        onMove={(option, to) => {
          const rest = value.filter(one => one !== option)
          onChange([...rest.slice(0, to), option, ...rest.slice(to)])
        }}
        row={(option, at) => (
          <span className={style.option}>
            <Colour option={option} onChange={colour => put(at, { colour })} />
            <input
              className={style.name}
              data-option={at}
              aria-label={`${t('fields.option')} ${at + 1}`}
              {...(wrongAt(`.${at}.name`) && { 'aria-invalid': true, title: wrongAt(`.${at}.name`) })}
              placeholder={t('fields.optionName')}
              maxLength={60}
              disabled={option.archived === true}
              value={option.name}
              onChange={event => put(at, { name: event.target.value })}
              onKeyDown={event => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                event.preventDefault()
                add()
              }}
            />
            <input
              className={style.english}
              aria-label={`${t('fields.option')} ${at + 1} ${t('fields.nameEn')}`}
              placeholder={t('fields.nameEn')}
              maxLength={60}
              disabled={option.archived === true}
              value={option.nameEn ?? ''}
              onChange={event => put(at, { nameEn: event.target.value || undefined })}
            />
            {kept.has(option.key) ? (
              <IconButton
                icon={option.archived ? 'refresh' : 'archive'}
                size={14}
                label={t(option.archived ? 'fields.restoreNamed' : 'fields.archiveNamed', { name: option.name })}
                onClick={() => put(at, { archived: option.archived ? undefined : true })}
              />
            ) : (
              <IconButton
                icon="close"
                size={14}
                label={f('remove', { name: option.name })}
                onClick={() => onChange(value.filter(one => one !== option))}
              />
            )}
          </span>
        )}
      />
      <div className={style.buttons}>
        <Button size="small" icon={<Icon name="plus" size={14} />} onClick={add}>
          {t('fields.addOption')}
        </Button>
        {bulk === undefined && (
          <Button size="small" type="text" onClick={() => setBulk('')}>
            {t('fields.paste')}
          </Button>
        )}
      </div>
      {bulk !== undefined && (
        <div className={style.stack}>
          <Input.TextArea
            autoFocus
            aria-label={t('fields.paste')}
            placeholder={t('fields.pasteHint')}
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={bulk}
            onChange={event => setBulk(event.target.value)}
          />
          <div className={style.buttons}>
            <Button
              size="small"
              type="primary"
              disabled={!bulk.trim()}
              onClick={() => {
                onChange(
                  withPastedOptions(
                    value.filter(({ name }) => name.trim()),
                    bulk,
                  ),
                )
                setBulk(undefined)
              }}
            >
              {t('fields.addAll')}
            </Button>
            <Button size="small" onClick={() => setBulk(undefined)}>
              {f('cancel')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

interface ColourProps {
  option: FieldOption
  onChange: (colour: FieldOption['colour']) => void
}

/** The next colour with every press: five of them are quickly gone through. */
function Colour({ option, onChange }: ColourProps): ReactNode {
  const { t } = useWords()
  const order: FieldOption['colour'][] = [undefined, ...optionColours.filter(colour => colour !== 'grey')]
  const next = order[(order.indexOf(option.colour) + 1) % order.length]
  const said = t(`fields.colour.${option.colour ?? 'grey'}`)
  return (
    <button
      type="button"
      className={style.colour}
      aria-label={t('fields.colourOf', { name: option.name, colour: said })}
      data-hint={said}
      onClick={() => onChange(next)}
    >
      <Chip tone={toneOf(option.colour)}>
        <span className={style.swatch} />
      </Chip>
    </button>
  )
}
