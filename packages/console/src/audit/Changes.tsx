import type { Condition, GrantMap } from '@baton/contract'
import { choiceText, wordIn } from '@baton/contract'
import type { ReactNode } from 'react'
import { useConditionText } from '../conditions/ConditionWords.tsx'
import { useOwnEntries } from '../conditions/useOwnEntries.ts'
import { wordOf } from '../fields/word.ts'
import { useAll } from '../lists/useAll.ts'
import { useDeedsText } from '../macros/useDeedsText.ts'
import { useNames } from '../people/directory.ts'
import { kindOf } from '../settings/roles/grantable.ts'
import { useWords } from '../settings/words/index.ts'
import type { Step } from '../steps/step.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import style from './Audit.module.css'

export interface Change {
  field: string
  from: unknown
  to: unknown
}

/** What was, and what is instead, field by field; of grants, those that differ. */
export function Changes({ changes }: { changes: readonly Change[] }): ReactNode {
  const shown = useShown()
  return (
    <dl className={style.table}>
      {changes.flatMap(shown).map(({ name, from, to }) => (
        <div key={name} className={style.change}>
          <dt>{name}</dt>
          <dd className={style.value}>
            <span className={style.before}>{from}</span>
            <span className={style.arrow} aria-hidden>
              →
            </span>
            <span>{to}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Too much to be told in a line: that it changed is said. */
const whole: readonly string[] = ['form', 'spec', 'opens']

interface Shown {
  name: string
  from: string
  to: string
}

function useShown(): (change: Change) => Shown[] {
  const { t, i18n } = useWords()
  const { t: shared } = useSharedWords()
  const nameOf = useNames()
  const roles = useAll('role.list', {}).data
  const categories = useAll('category.list', { archived: true }).data
  const conditionText = useConditionText()
  const deedsText = useDeedsText()

  const entries = useOwnEntries()
  const ownName = (field: string) => {
    const all = [entries.ticket, entries.customer, entries.company].flatMap(own => [...own.values()])
    const found = all.find(({ definition }) => `fields.${definition.key}` === field)
    return found && wordOf(found.definition, i18n.language)
  }

  const named = (id: string) =>
    nameOf(id) ?? roles?.find(role => role.id === id)?.name ?? categories?.find(one => one.id === id)?.path ?? id
  const valueText = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('audit.nothing')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (Array.isArray(value))
      return value.length === 0 ? t('audit.nothing') : value.map(one => valueText(field, one)).join(t('comma'))
    if (typeof value === 'object')
      return Object.entries(value)
        .map(
          ([key, inner]) => `${shared(`urgency.${key}` as 'urgency.normal', { defaultValue: key })} ${String(inner)}`,
        )
        .join(t('comma'))
    return /Ids?$/.test(field) ? named(String(value)) : choiceText(i18n.language, field, String(value))
  }
  const grantText = (name: string, grant: GrantMap[string] | undefined): string =>
    grant === undefined
      ? t('roles.no')
      : grant === true
        ? t('roles.yes')
        : conditionText(grant as Condition, kindOf(name))
  const grantsShown = (from: GrantMap, to: GrantMap): Shown[] =>
    [...new Set([...Object.keys(from), ...Object.keys(to)])]
      .filter(name => JSON.stringify(from[name]) !== JSON.stringify(to[name]))
      .map(name => ({
        name: shared(`verb.${name}` as 'verb.ticket.get', { defaultValue: name }),
        from: grantText(name, from[name]),
        to: grantText(name, to[name]),
      }))

  return ({ field, from, to }) => {
    if (field === 'grants') return grantsShown((from ?? {}) as GrantMap, (to ?? {}) as GrantMap)
    const name = ownName(field) ?? wordIn(i18n.language, 'fieldName', field) ?? field
    if (field === 'steps') return [{ name, from: deedsText(from as Step[]), to: deedsText(to as Step[]) }]
    if (whole.includes(field)) return [{ name, from: '', to: t('audit.changed') }]
    return [{ name, from: valueText(field, from), to: valueText(field, to) }]
  }
}
