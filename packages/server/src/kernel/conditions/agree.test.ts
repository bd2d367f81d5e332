import {
  type Condition,
  type Environment,
  type Operator,
  operators,
  parseCondition,
  type Resolved,
  resolve,
} from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../test/database.ts'
import { type Database, openDatabase } from '../db.ts'
import { references, someCondition, someEnvironment, someLeaf } from './agreement/conditions.ts'
import { randomFrom } from './agreement/random.ts'
import { compare, culprits, readBack, store } from './agreement/readers.ts'
import { someGroup, someThing } from './agreement/records.ts'
import { catalogue, columns } from './agreement/table.ts'
import type { Columns } from './columns.ts'

/** Set `BATON_SEED` to the seed of a failure to have it again. */
const seed = Number(process.env.BATON_SEED ?? Math.floor(Math.random() * 2 ** 32))
const random = randomFrom(seed)
const groups = Array.from({ length: 20 }, (_, id) => someGroup(random, id))
const things = Array.from({ length: 300 }, (_, id) => someThing(random, id, groups))
const records = things.map(thing => thing.memory)

// A thousand queries and more, on a machine that may do much else.
vi.setConfig({ testTimeout: 120_000 })

let database: TestDatabase
let opened: Database

beforeAll(async () => {
  database = await emptyDatabase()
  opened = openDatabase({ connectionString: database.connectionString }, () => {})
  await store(opened.db as never, groups, things)
})

afterAll(async () => {
  await opened.close()
  await database.drop()
})

test('every operator of every field means the same in memory and in SQL', async () => {
  const seen = new Map<string, { holds: number; fails: number }>()
  for (const [field, { type }] of Object.entries(catalogue)) {
    for (const op of Object.keys(operators[type]) as Operator[]) {
      const total = seen.get(`${type} ${op}`) ?? { holds: 0, fails: 0 }
      seen.set(`${type} ${op}`, total)
      for (let turn = 0; turn < 4 || (isOneSided(total) && turn < 40); turn++) {
        const { holds, fails } = await agreed(someLeaf(random, records, field, op))
        total.holds += holds
        total.fails += fails
      }
    }
  }
  const oneSided = [...seen].filter(([, total]) => isOneSided(total))
  expect(oneSided, `seed ${seed}`).toEqual([])
})

const isOneSided = ({ holds, fails }: { holds: number; fails: number }) => holds === 0 || fails === 0

test('random trees of conditions mean the same in memory and in SQL', async () => {
  let [holds, fails] = [0, 0]
  for (let turn = 0; turn < 200; turn++) {
    const comparison = await agreed(someCondition(random, records, 5))
    holds += comparison.holds
    fails += comparison.fails
  }
  const total = holds + fails
  expect(total).toBeGreaterThanOrEqual(10_000)
  expect(holds / total, `seed ${seed}: share of pairs that hold`).toBeGreaterThan(0.2)
  expect(fails / total, `seed ${seed}: share of pairs that fail`).toBeGreaterThan(0.2)
})

test('records read back from the database mean the same as those that were stored', async () => {
  const stored = await readBack(opened.db as never)
  for (let turn = 0; turn < 100; turn++) await agreed(someCondition(random, records, 3), columns, stored)
})

/** Each is a mistake that a reader could make: the comparison is worth something only if it sees them all. */
const mistakes: Record<string, Columns> = {
  'a null under a negation': Object.fromEntries(
    Object.entries(columns).map(([id, column]) => [id, { ...column, nullable: false }]),
  ),
  'numbers as doubles': { ...columns, amount: { sql: sql`(things.amount::float8)::numeric` } },
  'times rounded to milliseconds': { ...columns, madeAt: { sql: sql`(things."madeAt"::timestamptz(3))` } },
  'text that was not folded': { ...columns, 'fields.text': { sql: sql`(things.fields ->> 'text')` } },
  'JSON of another type': {
    ...columns,
    'fields.choice': { sql: sql`(things.fields ->> 'choice')`, type: 'text', nullable: true },
  },
  'no left join': { ...columns, 'group.level': { sql: sql`coalesce(groups.level, 'red')` } },
}

test.each(Object.entries(mistakes))('the comparison notices %s', async (_, mistaken) => {
  let differing = 0
  for (let turn = 0; turn < 1000 && differing === 0; turn++) {
    const condition = resolved(someCondition(random, records, 2), someEnvironment(random))
    differing += (await compare(opened.db as never, things, condition, mistaken)).differ.length
  }
  expect(differing, `seed ${seed}`).toBeGreaterThan(0)
})

async function agreed(condition: Condition, from = columns, on = things) {
  const environment = someEnvironment(random)
  const settled = resolved(condition, environment)
  const comparison = await compare(opened.db as never, on, settled, from)
  if (comparison.differ.length > 0) {
    const parts = await culprits(opened.db as never, on, settled, from)
    expect.fail(`seed ${seed}: ${JSON.stringify({ environment, parts, condition }, null, 1)}`)
  }
  return comparison
}

function resolved(condition: Condition, environment: Environment): Resolved {
  const parsed = parseCondition(condition, catalogue, { me: references })
  if ('problems' in parsed) expect.fail(`seed ${seed}: ${JSON.stringify({ condition, parsed })}`)
  return resolve(parsed.condition, catalogue, environment)
}
