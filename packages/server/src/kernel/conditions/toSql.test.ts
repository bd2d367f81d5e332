import { type Catalogue, type Condition, type ConditionLeaf, type Environment, resolve } from '@baton/contract'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../test/database.ts'
import { type Database, openDatabase } from '../db.ts'
import { type Columns, jsonColumns, toSql, toTruth } from './index.ts'

const one = '0198f0a0-7c3e-7abc-8def-012345678901'
const two = '0198f0a0-7c3e-7abc-8def-012345678902'

const catalogue: Catalogue = {
  title: { type: 'text', nullable: true },
  code: { type: 'text', nullable: false },
  owner: { type: 'ref', nullable: true },
  place: { type: 'ref', nullable: false },
  members: { type: 'refs', nullable: true },
  state: { type: 'choice', nullable: false },
  tags: { type: 'choices', nullable: true },
  amount: { type: 'number', nullable: true },
  done: { type: 'boolean', nullable: true },
  dueAt: { type: 'time', nullable: true },
  day: { type: 'date', nullable: true },
  'fields.tags': { type: 'choices', nullable: true },
  'fields.note': { type: 'text', nullable: true },
  'fields.at': { type: 'time', nullable: true },
}
const columns: Columns = {
  title: { sql: sql.ref('t.title_folded') },
  code: { sql: sql.ref('t.code_folded') },
  owner: { sql: sql.ref('t.owner') },
  place: { sql: sql.ref('t.place') },
  members: { sql: sql.ref('t.members') },
  state: { sql: sql.ref('t.state') },
  tags: { sql: sql.ref('t.tags') },
  amount: { sql: sql.ref('t.amount') },
  done: { sql: sql.ref('t.done') },
  dueAt: { sql: sql.ref('t.due_at') },
  day: { sql: sql.ref('t.day') },
  ...jsonColumns(catalogue, 'fields.', { values: sql.ref('t.fields'), folded: sql.ref('t.folded') }),
}
const environment: Environment = { now: new Date('2026-11-22T00:00:00Z'), zone: 'UTC', me: {} }
const asked = (condition: Condition) => toSql(resolve(condition, catalogue, environment), columns)

/** Writes queries, and asks nobody. */
const writer = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
const written = (fragment: RawBuilder<boolean>) => {
  const { sql: text, parameters } = fragment.compile(writer)
  return [text.replaceAll('"', ''), ...parameters]
}

describe('the SQL of a leaf', () => {
  test.each<[string, ConditionLeaf['op'], ConditionLeaf['value'], unknown[]]>([
    ['title', 'is', 'Ａ', ['t.title_folded = $1::text', 'a']],
    ['title', 'isNot', 'A', ['(t.title_folded = $1::text) is not true', 'a']],
    ['code', 'isNot', 'A', ['not (t.code_folded = $1::text)', 'a']],
    ['title', 'isOneOf', ['A', 'B'], ['t.title_folded = any($1::text[])', ['a', 'b']]],
    ['title', 'contains', '50%', ['strpos(t.title_folded, $1::text) > 0', '50%']],
    [
      'title',
      'containsAll',
      ['A', 'B'],
      ['(select bool_and(strpos(t.title_folded, part) > 0) from unnest($1::text[]) as part)', ['a', 'b']],
    ],
    ['title', 'startsWith', 'A', ['starts_with(t.title_folded, $1::text)', 'a']],
    ['title', 'isEmpty', undefined, ["(t.title_folded is null or t.title_folded = '')"]],
    ['code', 'isEmpty', undefined, ["t.code_folded = ''"]],
    ['code', 'isNotEmpty', undefined, ["t.code_folded <> ''"]],
    ['owner', 'is', one, ['t.owner = $1::uuid', one]],
    ['owner', 'isNoneOf', [one, two], ['(t.owner = any($1::uuid[])) is not true', [one, two]]],
    ['owner', 'isEmpty', undefined, ['t.owner is null']],
    ['place', 'isEmpty', undefined, ['false']],
    ['place', 'isNotEmpty', undefined, ['true']],
    ['members', 'contains', one, ['t.members && $1::uuid[]', [one]]],
    ['tags', 'containsAll', ['A', 'b'], ['t.tags @> $1::text[]', ['A', 'b']]],
    ['tags', 'isEmpty', undefined, ['coalesce(cardinality(array_remove(t.tags, null)), 0) = 0']],
    ['amount', 'is', 1.5, ['t.amount = $1::numeric', '1.5']],
    ['amount', 'between', [1, '2'], ['(t.amount >= $1::numeric and t.amount <= $2::numeric)', '1', '2']],
    ['done', 'is', false, ['not t.done']],
    ['dueAt', 'after', '$now', ['t.due_at >= $1::timestamptz', '2026-11-22T00:00:00.001Z']],
    ['day', 'before', '$now', ['t.day < $1::date', '2026-11-22']],
    [
      'fields.tags',
      'contains',
      'x',
      ["(case jsonb_typeof(t.fields -> 'tags') when 'array' then t.fields -> 'tags' end) ?| $1::text[]", ['x']],
    ],
    ['fields.note', 'contains', 'X', ["strpos((t.folded ->> 'note'), $1::text) > 0", 'x']],
    [
      'fields.at',
      'before',
      '1970-01-01T00:00:01Z',
      [
        "(case jsonb_typeof(t.fields -> 'at') when 'number' then (t.fields -> 'at')::numeric end) < $1::numeric",
        '1000',
      ],
    ],
  ])('%s %s %j', (field, op, value, expected) => {
    expect(written(asked({ field, op, value }))).toEqual(expected)
  })
})

const empty: Condition = { field: 'owner', op: 'isEmpty' }

test.each<[Condition, string]>([
  [{ all: [] }, 'true'],
  [{ any: [] }, 'false'],
  [{ all: [empty] }, 't.owner is null'],
  [{ any: [empty, { not: empty }] }, '(t.owner is null or t.owner is not null)'],
  [
    { not: { any: [empty, { all: [empty, empty] }] } },
    '(t.owner is not null and (t.owner is not null or t.owner is not null))',
  ],
])('%j is put together', (condition, text) => {
  expect(written(asked(condition))).toEqual([text])
})

test('as a value it is never null', () => {
  expect(written(toTruth(resolve(empty, catalogue, environment), columns))).toEqual([
    'coalesce(t.owner is null, false)',
  ])
})

test('the text depends neither on values nor on how many there are', () => {
  const listOf = (count: number): Condition => ({
    all: [
      {
        field: 'owner',
        op: 'isOneOf',
        value: Array.from({ length: count }, (_, at) => one.slice(0, -3) + String(100 + at)),
      },
      {
        field: 'title',
        op: 'containsAny',
        value: Array.from({ length: count }, (_, at) => `'; drop table t; -- ${at}`),
      },
      { field: 'amount', op: 'isOneOf', value: Array.from({ length: count }, (_, at) => at) },
    ],
  })
  expect(written(asked(listOf(2)))[0]).toBe(written(asked(listOf(500)))[0])
})

test('a field without a column is an error', () => {
  const resolved = resolve(empty, catalogue, environment)
  expect(() => toSql(resolved, {})).toThrow('owner')
  expect(() => toSql({ ...resolved, field: 'toString' } as typeof resolved, columns)).toThrow('toString')
})

test('a key that is no plain name is an error', () => {
  const source = { values: sql.ref('t.fields'), folded: sql.ref('t.folded') }
  expect(() => jsonColumns({ "fields.a'b": { type: 'text', nullable: true } }, 'fields.', source)).toThrow("a'b")
})

describe('on real PostgreSQL', () => {
  let database: TestDatabase
  let opened: Database

  beforeAll(async () => {
    database = await emptyDatabase()
    opened = openDatabase({ connectionString: database.connectionString }, () => {})
    const statements = [
      sql`create table t (title_folded text, owner uuid, members uuid[], state text, tags text[], amount numeric,
        due_at timestamptz, day date, fields jsonb, folded jsonb)`,
      sql`create index by_title on t (title_folded)`,
      sql`create index by_owner on t (owner)`,
      sql`create index by_members on t using gin (members)`,
      sql`create index by_state on t (state)`,
      sql`create index by_tags on t using gin (tags)`,
      sql`create index by_amount on t (amount)`,
      sql`create index by_due_at on t (due_at)`,
      sql`create index by_day on t (day)`,
      sql`create index by_note on t ((folded ->> 'note'))`,
    ]
    for (const statement of statements) await statement.execute(opened.db)
  })

  afterAll(async () => {
    await opened.close()
    await database.drop()
  })

  test.each<[string, Condition]>([
    ['by_title', { field: 'title', op: 'is', value: 'x' }],
    ['by_title', { field: 'title', op: 'startsWith', value: 'x' }],
    ['by_owner', { field: 'owner', op: 'is', value: one }],
    ['by_owner', { field: 'owner', op: 'isOneOf', value: [one, two] }],
    ['by_owner', { field: 'owner', op: 'isEmpty' }],
    ['by_members', { field: 'members', op: 'contains', value: one }],
    ['by_state', { field: 'state', op: 'isOneOf', value: ['a', 'b'] }],
    ['by_tags', { field: 'tags', op: 'containsAny', value: ['a', 'b'] }],
    ['by_tags', { field: 'tags', op: 'containsAll', value: ['a', 'b'] }],
    ['by_amount', { field: 'amount', op: 'between', value: [1, 2] }],
    ['by_due_at', { field: 'dueAt', op: 'withinNext', value: 'P1D' }],
    ['by_due_at', { field: 'dueAt', op: 'isNotEmpty' }],
    ['by_day', { field: 'day', op: 'is', value: '2026-11-22' }],
    ['by_note', { field: 'fields.note', op: 'is', value: 'x' }],
  ])('the index %s serves %j', async (index, condition) => {
    const plan = await opened.db.connection().execute(async connection => {
      await sql`set enable_seqscan = off`.execute(connection)
      return sql<Record<string, unknown>>`explain (format json) select from t where ${asked(condition)}`.execute(
        connection,
      )
    })
    const text = JSON.stringify(plan.rows)
    expect(text).toContain(`"Index Name":"${index}"`)
    expect(text).toContain('"Index Cond"')
  })
})
