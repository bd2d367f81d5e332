import { type FieldOwner, fieldText, type Wording } from '@baton/contract'
import { regionNames } from '@baton/contract/regions'
import { type Grants, isHidden } from '../../kernel/grants.ts'
import type { Reading } from '../../kernel/kinds.ts'
import type { Change, Row } from '../../kernel/steps.ts'
import { directory } from '../people/index.ts'
import { definitions } from './definitions.ts'

/** An event's payload without what tells of fields that the reader may not see, however deep it stands. */
export function seenPayload(payload: Row, grants: Grants): Row {
  return Object.fromEntries(
    Object.entries(payload).flatMap(([name, value]) => {
      if (isHidden(grants, fieldBehind[name] ?? name)) return []
      return [[name, name === 'changes' ? seenChanges(value, grants) : seenIn(value, grants)]]
    }),
  )
}

/** What events tell of a field under another name than its own. */
const fieldBehind: Readonly<Record<string, string>> = {
  customerLevel: 'customer.level',
  categoryPath: 'categoryId',
  /** Who was chosen for it, and instead of whom. */
  decision: 'assigneeId',
  score: 'satisfaction',
}

const seenIn = (value: unknown, grants: Grants): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const parts = Object.entries(value).filter(([name]) => !isHidden(grants, name))
  return Object.fromEntries(parts.map(([name, part]) => [name, seenIn(part, grants)]))
}

const seenChanges = (changes: unknown, grants: Grants): unknown =>
  Array.isArray(changes) ? (changes as Change[]).filter(({ field }) => !isHidden(grants, field)) : changes

/** The same for a sentence: the desk's own fields by their names, their values in words. */
export function wordedPayload(payload: Row, owner: FieldOwner, reading: Reading): Row {
  const { changes } = payload
  if (!Array.isArray(changes) || !changes.some(({ field }: Change) => field.startsWith('fields.'))) return payload
  const own = reading.picture.of(definitions).of(owner)
  const wording = wordingOf(reading)
  const worded = (changes as Change[]).map(change => {
    const field = change.field.startsWith('fields.') ? own.byKey(change.field.slice('fields.'.length)) : undefined
    if (!field) return change
    const name = reading.caller.locale === 'en' ? (field.nameEn ?? field.name) : field.name
    const named = { ...wording, nameOf: (id: string) => change.names?.[id] ?? wording.nameOf(id) }
    return { field: name, from: fieldText(field, change.from, named), to: fieldText(field, change.to, named) }
  })
  return { ...payload, changes: worded }
}

/** People, departments and regions by name; what else there is stays a dash. */
export function wordingOf({ caller, picture }: Pick<Reading, 'caller' | 'picture'>): Wording {
  const people = picture.of(directory)
  return {
    locale: caller.locale,
    zone: caller.zone,
    nameOf: id => people.agents.get(id)?.name ?? people.departments.get(id)?.name,
    regionOf: code => regionNames.get(code),
  }
}
