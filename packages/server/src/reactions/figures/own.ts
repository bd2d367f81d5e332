import {
  type Catalogue,
  type Condition,
  catalogueOf,
  fieldsOf,
  fieldText,
  reportedKinds,
  type SpecOf,
} from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Columns, jsonColumns } from '../../kernel/conditions/index.ts'
import { cached, type Picture } from '../../kernel/configuration.ts'
import { isHidden } from '../../kernel/grants.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { type Field, loadDefinitions, wordingOf } from '../../records/fields/index.ts'
import type { OwnKeys } from './life.ts'

/** The desk's own fields of tickets as statistics know them. */
export interface OwnDimensions {
  /** All of a kind that may be reported, marked or not, so that a grant which names one can always be read. */
  catalogue: Catalogue
  /** The same in SQL, over figure_dimensions `d`. */
  columns: Columns
  /** The marked ones in their order, archived ones too: the past was theirs. */
  reported: readonly Field[]
  keys: OwnKeys
}

export const ownDimensions = cached<OwnDimensions>('ownDimensions', async db => {
  const known = (await loadDefinitions(db)).of('ticket').all.filter(({ spec }) => reportedKinds.includes(spec.kind))
  const reported = known.filter(field => field.reported)
  const catalogue = catalogueOf(known)
  const branches = known.filter(({ spec }) => spec.kind === 'cascade')
  return {
    // The way down to a ticket's branch is asked for what it contains; what follows is the branch itself.
    catalogue: {
      ...catalogue,
      ...Object.fromEntries(branches.map(({ key }) => [`fields.${key}.own`, { type: 'choice', nullable: true }])),
    },
    columns: {
      ...jsonColumns(catalogue, 'fields.', { values: sql`d.fields`, folded: sql`'{}'::jsonb` }),
      ...Object.fromEntries(branches.map(field => [`fields.${field.key}.own`, { sql: keyIn(field), nullable: true }])),
    },
    reported,
    keys: { kept: keysOf(known), reported: keysOf(reported) },
  }
})

const keysOf = (fields: readonly Field[]) => new Set(fields.map(({ key }) => key))

/** One word for each value, as groups are told apart by it; of several answers each, over `answersIn`. */
export function keyIn({ key, spec }: Field): RawBuilder<unknown> {
  if (spec.kind === 'choices') return sql`answer.key`
  return spec.kind === 'cascade' ? sql`(d.fields -> ${key}::text ->> -1)` : sql`(d.fields ->> ${key}::text)`
}

/** A fact once for each of its answers, and once where there is none, to be joined to figure_dimensions `d`. */
export const answersIn = ({ key }: Field): RawBuilder<unknown> => sql`left join lateral jsonb_array_elements_text(
  case when jsonb_typeof(d.fields -> ${key}::text) = 'array' then d.fields -> ${key}::text end) as answer (key) on true`

/** The field by which a fact stands in several groups at once, when it is one. */
export function severalIn(by: string | undefined, reading: Pick<Reading, 'picture' | 'caller'>): Field | undefined {
  const field = by === undefined ? undefined : ownField(by, reading)
  return field?.spec.kind === 'choices' ? field : undefined
}

/** The field behind `fields.<key>` or `fields.<key>.own`, when it is reported and the caller may see it. */
export function ownField(id: string, { picture, caller }: Pick<Reading, 'picture' | 'caller'>): Field | undefined {
  const field = picture
    .of(ownDimensions)
    .reported.find(({ key }) => id === `fields.${key}` || id === `fields.${key}.own`)
  return field && !isHidden(caller.grants, id) ? field : undefined
}

/** Those that the caller may see, in their order. */
export const ownFields = ({ picture, caller }: Reading): readonly Field[] =>
  picture.of(ownDimensions).reported.filter(({ key }) => !isHidden(caller.grants, `fields.${key}`))

/** Whether a grant is bound to a field that is not reported any more: what it meant cannot be told, so it opens nothing. */
export function isUnreadable(grant: boolean | Condition, picture: Picture): boolean {
  if (typeof grant === 'boolean') return false
  const { reported } = picture.of(ownDimensions).keys
  const own = fieldsOf(grant).filter(id => id.startsWith('fields.'))
  return own.some(id => !reported.has(id.split('.')[1] ?? ''))
}

/** In English where it has an English name. */
export const nameFor = ({ name, nameEn }: Field, locale: string): string => (locale === 'en' ? (nameEn ?? name) : name)

/** What a group is called today: an option, a branch with its way, a person. */
export function ownName({ spec }: Field, key: string, reading: Pick<Reading, 'picture' | 'caller'>): string {
  const wording = wordingOf(reading)
  if (spec.kind === 'cascade') return fieldText({ spec }, wayTo(key, spec.branches), wording)
  if (spec.kind === 'boolean') return fieldText({ spec }, key === 'true', wording)
  const name = fieldText({ spec }, spec.kind === 'choices' ? [key] : key, wording)
  return name === '—' ? key : name
}

/** From the root down, as the tree stands today. */
function wayTo(key: string, branches: SpecOf<'cascade'>['branches']): string[] {
  const byKey = new Map(branches.map(branch => [branch.key, branch]))
  const way = [key]
  for (let at = byKey.get(key); at?.parent !== undefined; at = byKey.get(at.parent)) way.unshift(at.parent)
  return way
}
