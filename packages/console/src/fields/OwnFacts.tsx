import { isFormField } from '@baton/contract'
import { Fragment, type ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { useWords } from '../words/Speaking.tsx'
import { FieldInPlace } from './FieldInPlace.tsx'
import { sectionsOf } from './FormFields.tsx'
import style from './OwnFacts.module.css'
import type { Standing } from './useStanding.ts'
import { isNothing } from './values.ts'
import { wordOf } from './word.ts'
import { useFieldWords } from './words/index.ts'

interface Props {
  standing: Standing
  /** One value at a time: what others change meanwhile stays theirs. Absent where nothing may be changed. */
  onSave: ((key: string, value: unknown) => Promise<unknown>) | undefined
}

/** A record's own fields as its form groups them, each changed in place; what the form does not have stands beneath. */
export function OwnFacts({ standing, onSave }: Props): ReactNode {
  const { t } = useFieldWords()
  const { i18n } = useWords()
  const me = useMe()
  const { items, definitions, values } = standing
  const inForm = new Set(items.flatMap(({ item }) => (isFormField(item) ? [item.field] : [])))
  const others = definitions.filter(({ key }) => !inForm.has(`fields.${key}`) && !isNothing(values[key]))
  const fact = (key: string, star = false) => {
    const field = definitions.find(one => one.key === key)
    if (!field) return null
    return (
      <FieldInPlace
        key={key}
        field={field}
        value={values[key] ?? null}
        star={star && isNothing(values[key])}
        locked={
          onSave !== undefined && !field.archived && field.spec.kind !== 'formula' && me.isFrozen(`fields.${key}`)
        }
        onSave={onSave && !field.archived ? value => onSave(key, value) : undefined}
      />
    )
  }
  const sections = sectionsOf(items).map(({ head, items: inside }) => ({
    head,
    own: inside.filter(({ item }) => item.field.startsWith('fields.')),
  }))
  return (
    <>
      {sections.map(
        ({ head, own }, at) =>
          own.length > 0 && (
            <Fragment key={head ? `${head.section} ${at}` : ''}>
              {head && (
                <h3 className={style.title}>{wordOf({ name: head.section, nameEn: head.sectionEn }, i18n.language)}</h3>
              )}
              <dl className={style.list}>
                {own.map(({ item, required }) => fact(item.field.slice('fields.'.length), required !== 'no'))}
              </dl>
            </Fragment>
          ),
      )}
      {others.length > 0 && (
        <>
          {inForm.size > 0 && <h3 className={style.title}>{t('form.others')}</h3>}
          <dl className={style.list}>{others.map(({ key }) => fact(key))}</dl>
        </>
      )}
    </>
  )
}
