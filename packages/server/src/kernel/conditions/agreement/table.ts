import type { Catalogue, FieldType } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Columns, usualTypes } from '../columns.ts'
import { jsonColumns } from '../jsonColumns.ts'

/** Every type as a column that may be null and one that may not, behind a left join, and as a key of a JSON object. */
export const catalogue: Catalogue = {
  title: { type: 'text', nullable: true },
  code: { type: 'text', nullable: false },
  owner: { type: 'ref', nullable: true, to: 'person' },
  place: { type: 'ref', nullable: false, to: 'place' },
  members: { type: 'refs', nullable: true, to: 'person' },
  places: { type: 'refs', nullable: false, to: 'place' },
  mood: { type: 'choice', nullable: true },
  state: { type: 'choice', nullable: false },
  labels: { type: 'choices', nullable: true },
  tags: { type: 'choices', nullable: false },
  amount: { type: 'number', nullable: true },
  rank: { type: 'number', nullable: false },
  done: { type: 'boolean', nullable: true },
  open: { type: 'boolean', nullable: false },
  dueAt: { type: 'time', nullable: true },
  madeAt: { type: 'time', nullable: false },
  day: { type: 'date', nullable: true },
  first: { type: 'date', nullable: false },
  'group.name': { type: 'text', nullable: true },
  'group.level': { type: 'choice', nullable: true },
  'group.people': { type: 'refs', nullable: true },
  'fields.text': { type: 'text', nullable: true },
  'fields.ref': { type: 'ref', nullable: true },
  'fields.refs': { type: 'refs', nullable: true },
  'fields.choice': { type: 'choice', nullable: true },
  'fields.choices': { type: 'choices', nullable: true },
  'fields.number': { type: 'number', nullable: true },
  'fields.boolean': { type: 'boolean', nullable: true },
  'fields.time': { type: 'time', nullable: true },
  'fields.date': { type: 'date', nullable: true },
}

/** The fields by the part of the id before the point; `own` without one. */
export const fieldsIn = (part: 'own' | 'group' | 'fields') =>
  Object.entries(catalogue)
    .filter(([id]) => (id.includes('.') ? id.split('.')[0] : 'own') === part)
    .map(([id, field]) => ({ id, name: id.split('.').at(-1) ?? id, ...field }))

/** Columns are named as their fields; one of text holds the folded text. */
export const columns: Columns = {
  ...Object.fromEntries(fieldsIn('own').map(({ id, name }) => [id, { sql: sql.ref(`things.${name}`) }])),
  ...Object.fromEntries(fieldsIn('group').map(({ id, name }) => [id, { sql: sql.ref(`groups.${name}`) }])),
  ...jsonColumns(catalogue, 'fields.', { values: sql.ref('things.fields'), folded: sql.ref('things.foldedFields') }),
}

export const joinedTables = sql`things left join groups on groups.id = things."groupId"`

const definition = ({
  name,
  type,
  nullable,
}: {
  name: string
  type: FieldType
  nullable: boolean
}): RawBuilder<unknown> => sql`${sql.id(name)} ${sql.raw(usualTypes[type])} ${nullable ? sql`null` : sql`not null`}`

export const createTables = [
  sql`create table groups (id int primary key, ${sql.join(fieldsIn('group').map(definition))})`,
  sql`create table things (id int primary key, "groupId" int, fields jsonb not null, "foldedFields" jsonb not null,
      ${sql.join(fieldsIn('own').map(definition))})`,
]
