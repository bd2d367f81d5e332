import type { FieldOwner } from '@baton/contract'
import { Field } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FieldInput } from '../../fields/FieldInput.tsx'
import { FieldValue } from '../../fields/FieldValue.tsx'
import { wordOf } from '../../fields/word.ts'
import { Part } from '../../forms/Part.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useWords } from '../words/index.ts'
import style from './Preview.module.css'
import type { FieldDraft } from './values.ts'

/** How the field will look where it is filled in, and where it is read; to be tried out. */
export function Preview({ draft }: { draft: FieldDraft }): ReactNode {
  const { t, i18n } = useWords()
  const [value, set] = useState<unknown>(null)
  const { name, nameEn, help, spec } = draft
  const field = { key: 'preview', name: name || t('fields.unnamed'), nameEn: nameEn || null, help: help || null, spec }
  const label = wordOf(field, i18n.language)
  return (
    <Part title={t('fields.preview')}>
      <div className={style.card}>
        <Field label={label} hint={help || undefined}>
          {tie => <FieldInput field={field} tie={tie} label={label} value={value} onChange={set} />}
        </Field>
      </div>
      <h4 className={style.title}>{t('fields.read')}</h4>
      <div className={style.card}>
        <FieldValue field={field} value={value} />
      </div>
    </Part>
  )
}

/** The templates whose form has the field. */
export function UsedIn({ of, fieldKey }: { of: FieldOwner; fieldKey: string }): ReactNode {
  const { t, i18n } = useWords()
  const { data } = useAll('template.list', {})
  const templates = (data ?? []).filter(
    template =>
      template.of === of && template.form.some(item => 'field' in item && item.field === `fields.${fieldKey}`),
  )
  return (
    <Part title={t('fields.usedIn')}>
      {templates.length === 0 ? (
        <p className={style.none}>{t('fields.unused')}</p>
      ) : (
        <ul className={style.list}>
          {templates.map(template => (
            <li key={template.id}>
              <Link to="/settings/{-$page}/{-$id}" params={{ page: 'templates', id: template.id }}>
                {wordOf(template, i18n.language)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
