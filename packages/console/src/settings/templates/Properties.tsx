import {
  type Condition,
  type FieldOwner,
  type FormField,
  type FormItem,
  type FormSection,
  requirements,
} from '@baton/contract'
import { Field, IconButton, Segmented } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { ConditionEditor } from '../../conditions/ConditionEditor.tsx'
import { useFields } from '../../fields/useFields.ts'
import { Toggle } from '../../forms/Toggle.tsx'
import { useWords } from '../words/index.ts'
import style from './Designer.module.css'
import { useItemFace } from './useItemFace.ts'

interface Props {
  of: FieldOwner
  item: FormItem
  onChange: (item: FormItem) => void
  onMove: (by: number) => void
  onClose: () => void
  /** What is wrong at `visibleWhen.value`, told at its control. */
  wrongAt: (path: string) => string | undefined
}

/** What is said of one item: how wide it is, when it stands there, when it must be filled in. */
export function Properties({ of, item, onChange, onMove, onClose, wrongAt }: Props): ReactNode {
  const { t } = useWords()
  const { name } = useItemFace(of)(item)
  return (
    <section className={style.properties} aria-label={name}>
      <div className={style.propertiesHead}>
        <h3 className={style.propertiesTitle}>{name}</h3>
        <IconButton icon="up" size={14} label={t('templates.up')} onClick={() => onMove(-1)} />
        <IconButton icon="down" size={14} label={t('templates.down')} onClick={() => onMove(1)} />
        <IconButton icon="close" size={14} label={t('templates.deselect')} onClick={onClose} />
      </div>
      {'field' in item ? (
        <FieldProperties of={of} item={item} onChange={onChange} wrongAt={wrongAt} />
      ) : (
        <SectionProperties item={item} onChange={onChange} />
      )}
      <When
        of={of}
        label={t('templates.visible')}
        always={t('templates.alwaysVisible')}
        some={t('templates.visibleWhen')}
        value={item.visibleWhen as Condition | undefined}
        onChange={visibleWhen => onChange({ ...item, visibleWhen } as FormItem)}
        error={wrongAt('visibleWhen')}
      />
    </section>
  )
}

interface PartProps<T> {
  item: T
  onChange: (item: FormItem) => void
}

function SectionProperties({ item, onChange }: PartProps<FormSection>): ReactNode {
  const { t } = useWords()
  return (
    <>
      <Field label={t('templates.sectionName')}>
        {tie => (
          <Input
            {...tie}
            maxLength={60}
            value={item.section}
            onChange={event => onChange({ ...item, section: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('fields.nameEn')}>
        {tie => (
          <Input
            {...tie}
            maxLength={60}
            value={item.sectionEn ?? ''}
            onChange={event => onChange({ ...item, sectionEn: event.target.value || undefined })}
          />
        )}
      </Field>
    </>
  )
}

interface FieldProps extends PartProps<FormField> {
  of: FieldOwner
  wrongAt: (path: string) => string | undefined
}

function FieldProperties({ of, item, onChange, wrongAt }: FieldProps): ReactNode {
  const { t } = useWords()
  const field = useFields(of).find(({ key }) => `fields.${key}` === item.field)
  const isFormula = field?.spec.kind === 'formula'
  return (
    <>
      <Field label={t('templates.width')}>
        {() => (
          <Segmented
            label={t('templates.width')}
            value={item.width}
            onChange={width => onChange({ ...item, width })}
            choices={(['full', 'half'] as const).map(value => ({ value, label: t(`templates.widths.${value}`) }))}
          />
        )}
      </Field>
      {!isFormula && (
        <Field
          label={t('templates.required')}
          error={wrongAt('required')}
          hint={t(`templates.requiredHint.${item.required}`)}
        >
          {() => (
            <Segmented
              label={t('templates.required')}
              value={item.required}
              onChange={required => {
                const { requiredWhen, ...rest } = item
                onChange(required === 'no' ? { ...rest, required } : { ...item, required })
              }}
              choices={requirements
                .filter(value => of === 'ticket' || value !== 'solve')
                .map(value => ({ value, label: t(`templates.requirement.${value}`) }))}
            />
          )}
        </Field>
      )}
      {item.required !== 'no' && (
        <When
          of={of}
          label={t('templates.requiredIf')}
          always={t('templates.alwaysRequired')}
          some={t('templates.requiredWhen')}
          value={item.requiredWhen as Condition | undefined}
          onChange={requiredWhen => onChange({ ...item, requiredWhen } as FormItem)}
          error={wrongAt('requiredWhen')}
        />
      )}
      {of === 'ticket' && (
        <Toggle on={item.onPortal} onChange={onPortal => onChange({ ...item, onPortal })}>
          {t('templates.onPortalField')}
        </Toggle>
      )}
    </>
  )
}

interface WhenProps {
  of: FieldOwner
  label: string
  always: string
  some: string
  value: Condition | undefined
  onChange: (condition: Condition | undefined) => void
  error: string | undefined
}

/** Always, or where a sentence holds. */
function When({ of, label, always, some, value, onChange, error }: WhenProps): ReactNode {
  return (
    <>
      <Field label={label} error={error}>
        {() => (
          <Segmented<'always' | 'some'>
            label={label}
            value={value ? 'some' : 'always'}
            onChange={which => onChange(which === 'always' ? undefined : begins[of])}
            choices={[
              { value: 'always', label: always },
              { value: 'some', label: some },
            ]}
          />
        )}
      </Field>
      {value && <ConditionEditor kind={of} value={value} onChange={onChange} />}
    </>
  )
}

/** What is asked most. */
const begins: Readonly<Record<FieldOwner, Condition>> = {
  ticket: { field: 'urgency', op: 'isOneOf', value: ['critical'] },
  customer: { field: 'level', op: 'is', value: 'VIP' },
  company: { field: 'name', op: 'contains', value: '' },
}
