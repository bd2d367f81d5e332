import { type FigureBy, wordIn } from '@baton/contract'
import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { type Reading, scopeOf } from '../../kernel/kinds.ts'
import { categories, requestTypes } from '../../records/categories/index.ts'
import { directory } from '../../records/people/index.ts'
import { slaPolicies } from '../../records/sla/index.ts'
import { isBuiltIn } from './asked.ts'
import { nameFor, ownField, ownName } from './own.ts'

/** What a dimension is called, in the reader's language. */
export function dimensionName(by: FigureBy, { picture, caller }: Pick<Reading, 'picture' | 'caller'>): string {
  if (isBuiltIn(by)) return wordIn(caller.locale, 'figureDimension', by) ?? by
  const field = ownField(by, { picture, caller })
  return field ? nameFor(field, caller.locale) : by
}

/** What these keys are called today, to be asked one by one. */
export async function namesOf(
  by: FigureBy,
  keys: readonly (string | null)[],
  reading: Reading,
): Promise<(key: string | null) => string> {
  if (by !== 'customer') return key => nameOf(by, key, reading)
  const names = await customerNames(
    keys.filter(key => key !== null),
    reading,
  )
  return key => (key === null ? (wordIn(reading.caller.locale, 'figureNone', by) ?? '') : (names.get(key) ?? key))
}

/** Those whom the caller may know. */
async function customerNames(ids: readonly string[], reading: Reading): Promise<Map<string, string>> {
  const kind = reading.kind('customer')
  const visible = toSql(scopeOf(kind, kind.readGrant, reading), kind.columns(reading.picture))
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, concat_ws(' ', c.name, c.number) as name from customers c
    where c.id = any(${[...ids]}::uuid[]) and ${visible}`.execute(reading.db)
  return new Map(rows.map(row => [row.id, row.name]))
}

/** What a key is called today: a fact keeps ids, so a renamed department is told by its new name. */
export function nameOf(by: Exclude<FigureBy, 'customer'>, key: string | null, { picture, caller }: Reading): string {
  if (key === null) return wordIn(caller.locale, 'figureNone', isBuiltIn(by) ? by : 'own') ?? ''
  if (!isBuiltIn(by)) {
    const field = ownField(by, { picture, caller })
    return field ? ownName(field, key, { picture, caller }) : key
  }
  switch (by) {
    case 'department':
      return picture.of(directory).departments.get(key)?.name ?? key
    case 'person':
      return picture.of(directory).agents.get(key)?.name ?? key
    case 'category':
      return picture.of(categories).pathOf(key) ?? key
    case 'policy':
      return picture.of(slaPolicies).byId(key)?.name ?? key
    case 'requestType':
      return typeName(key, { picture, caller })
    case 'channel':
      return wordIn(caller.locale, 'channel', key) ?? key
    case 'urgency':
      return wordIn(caller.locale, 'urgency', key) ?? key
  }
}

function typeName(key: string, { picture, caller }: Pick<Reading, 'picture' | 'caller'>): string {
  const type = picture.of(requestTypes).byKey(key)
  return (caller.locale === 'en' ? type?.name_en : type?.name_zh) ?? key
}
