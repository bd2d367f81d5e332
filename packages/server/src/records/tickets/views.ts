import { type Condition, problemText } from '@baton/contract'
import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { deskTopic, isId, newId } from '../../kernel/ids.ts'
import type { Kind, Reading } from '../../kernel/kinds.ts'
import { forbidden, notFound } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { add, done, type Row, refuseField, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { orderBy } from './order.ts'
import { understand } from './search/understand.ts'
import { shippedViews } from './shipped-views.ts'
import { conditionOf } from './where.ts'

export interface ViewRow {
  id: string
  key: string | null
  owner_id: string | null
  section: 'mine' | 'department' | 'public' | 'private'
  name: string
  conditions: Condition
  /** Words and filters that were searched for. */
  text: string | null
  sorting: { field: string; direction: 'asc' | 'desc' }[]
  position: number
  archived_at: Date | null
  version: number
  created_at: Date
}

declare module '../../kernel/db.ts' {
  interface Tables {
    views: ViewRow
  }
}
declare module '../../kernel/kinds.ts' {
  interface KindRows {
    view: ViewRow
  }
}

/** Saved questions with a name: shipped ones for everybody, private ones for their owner. */
export const viewKind: Kind<'view'> = {
  name: 'view',
  table: 'views',
  rank: 60,
  lock: (tx, ids) => byIds(tx, ids).forUpdate().execute(),
  readGrant: 'view.list',
  plain: row => ({ ...row }),
  catalogue: () => ({}),
  columns: () => ({}),
}

const byIds = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('views')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')

const forCaller = (db: Db, me: string | null) =>
  db
    .selectFrom('views')
    .selectAll()
    .where('archived_at', 'is', null)
    .where(or => or.or([or('owner_id', 'is', null), or('owner_id', '=', me)]))

/** Those that come with this version, as far as the caller can use them. */
const shippedTo = ({ grants }: Caller): ViewRow[] =>
  shippedViews
    .filter(({ needs }) => !needs || grants.may(needs) !== false)
    .map(({ id, key, position, where }) => ({
      id,
      key,
      owner_id: null,
      section: 'public',
      name: key,
      conditions: where,
      text: null,
      // What is due first comes first.
      sorting: [{ field: 'dueAt', direction: 'asc' }],
      position,
      archived_at: null,
      version: 1,
      created_at: new Date(0),
    }))

/** By id or key, in the order in which they are named; 404 when one of them is not the caller's. */
export async function viewsOf(
  { db, caller }: Pick<Reading, 'db' | 'caller'>,
  names: readonly string[],
): Promise<ViewRow[]> {
  const kept = await forCaller(db, caller.actor.id)
    .where(or =>
      or.or([
        or('id', '=', sql<string>`any(${names.filter(isId)}::uuid[])`),
        or('key', '=', sql<string>`any(${[...names]}::text[])`),
      ]),
    )
    .execute()
  const rows = [...kept, ...shippedTo(caller)]
  const byName = new Map(rows.flatMap(row => [[row.id, row] as const, ...(row.key ? [[row.key, row] as const] : [])]))
  return names.map(name => {
    const row = byName.get(isId(name) ? name.toLowerCase() : name)
    if (!row) throw notFound()
    return row
  })
}

export const listViews = read('view.list', async reading => {
  const kept = await forCaller(reading.db, reading.caller.actor.id).orderBy('position').orderBy('created_at').execute()
  const rows = [...kept, ...shippedTo(reading.caller)].sort((a, b) => a.position - b.position)
  return { items: rows.map(row => record(row, reading)), nextCursor: null }
})

export async function presentViews(reading: Reading, ids: readonly string[]): Promise<Row[]> {
  const rows = await byIds(reading.db, ids).execute()
  return rows.map(row => record(row, reading))
}

function record(view: ViewRow, { caller }: Reading): Row {
  const own = view.owner_id !== null && view.owner_id === caller.actor.id
  return {
    id: view.id,
    key: view.key,
    section: view.section,
    name: view.key ? problemText(caller.locale, 'view', view.key, {}) : view.name,
    where: view.conditions,
    text: view.text,
    order: view.sorting,
    own,
    allowed: own && !view.archived_at ? ['view.archive'] : [],
  }
}

export const createView = verb('view.create', {
  decide(_scene, input, call) {
    const owner = call.caller.actor.id
    if (!owner || call.caller.actor.kind !== 'person') return { refusal: forbidden('view.create') }
    const where = conditionOf(input.where, call) ?? { all: [] }
    if (input.text && call.caller.grants.may('ticket.search') === false) return { refusal: forbidden('ticket.search') }
    if (input.text) understand(input.text, call)
    const wanted = input.order?.[0]
    if (wanted && !orderBy(wanted.field, wanted.direction)) return refuseField('order.0.field', 'order.field')
    const id = newId()
    return done(id, [
      add('views', {
        id,
        owner_id: owner,
        section: 'private',
        name: input.name,
        conditions: where,
        text: input.text ?? null,
        sorting: input.order ?? [],
        position: 1000,
        created_at: call.now,
      }),
      tell('view.created', deskTopic, id, { name: input.name }),
    ])
  },
})

export const archiveView = verb('view.archive', {
  subjects: ({ viewId }) => ({ view: [viewId] }),
  decide(scene, _input, call) {
    const view = scene.one('view')
    if (view.owner_id !== call.caller.actor.id) return { refusal: notFound() }
    return done(view.id, [
      set('views', view.id, { archived_at: call.now }),
      tell('view.archived', deskTopic, view.id, { name: view.name }),
    ])
  },
})
