import {
  type EventName,
  type ReadShape,
  type RecordName,
  verb as shape,
  type VerbName,
  type VerbShape,
  verbs,
} from '@baton/contract'
import { sql } from 'kysely'
import { z } from 'zod'
import type { By } from '../src/kernel/by.ts'
import { cached } from '../src/kernel/configuration.ts'
import type { OpenDesk } from '../src/kernel/create.ts'
import type { Db } from '../src/kernel/db.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Kind } from '../src/kernel/kinds.ts'
import { type Module, module } from '../src/kernel/module.ts'
import { add, changesOf, done, type Row, reconfigure, refuse, type Step, set, tell } from '../src/kernel/steps.ts'
import { schedule } from '../src/kernel/timers.ts'
import { type Verb, type VerbParts, verb } from '../src/kernel/verb.ts'

interface BoxRow {
  id: string
  label: string
  version: number
}
export interface ThingRow {
  id: string
  label: string
  amount: number
  taken_by: string | null
  note: string | null
  /** When time alone makes it late. */
  due_at: Date | null
  late_at: Date | null
  late_by: string | null
  version: number
}

declare module '../src/kernel/db.ts' {
  interface Tables {
    boxes: BoxRow
    things: ThingRow
    marks: { id: number; follower: string; seq: number; topic_id: string; process: string | null }
  }
}
declare module '../src/kernel/kinds.ts' {
  interface KindRows {
    box: BoxRow
    thing: ThingRow
  }
}

const id = z.uuid()
const label = z.string().min(1).max(200)
const record = 'thing' as RecordName

/** The words of a tiny desk, added to the contract's own for the tests of the kernel. */
const words = {
  'thing.make': shape(record, { label, dueAt: z.iso.datetime().optional() }),
  'thing.add': shape(record, { thingId: id, amount: z.int().default(1), version: z.int().optional() }),
  'thing.take': shape(record, { thingId: id }),
  'thing.pack': shape(record, { thingIds: z.array(id), boxIds: z.array(id) }),
  'thing.wait': shape(record, { thingId: id, until: z.iso.datetime(), again: z.int().default(0) }),
  'thing.note': shape(record, { thingId: id, note: z.string() }),
  'thing.rule': shape(record, { thingId: id, rule: z.string() }),
} as const
Object.assign(verbs as Record<string, VerbShape | ReadShape>, words)

export type ThingVerb = keyof typeof words
type Input<N extends ThingVerb> = z.output<(typeof words)[N]['input']>

export const told = (type: string, id: string, payload: Row = {}): Step =>
  tell(type as EventName, id, id, payload as never)

const thingVerb = <N extends ThingVerb, P = undefined, L = undefined>(
  name: N,
  parts: {
    prepare?: (preparing: { db: Db }, input: Input<N>) => Promise<P>
    subjects?: (input: Input<N>, prepared: P) => ReturnType<NonNullable<VerbParts<VerbName, P, L>['subjects']>>
    decide: (
      scene: Parameters<VerbParts<VerbName, P, L>['decide']>[0],
      input: Input<N>,
      call: Parameters<VerbParts<VerbName, P, L>['decide']>[2],
    ) => ReturnType<VerbParts<VerbName, P, L>['decide']>
  },
): Verb => verb(name as unknown as VerbName, parts as unknown as VerbParts<VerbName, P, L>) as Verb

/** The rule of the desk: configuration that every verb reads, and `thing.rule` changes. */
export const rule = cached('rule', async db => {
  const { rows } = await sql<{ note: string }>`select note from things where label = 'rule'`.execute(db)
  return rows[0]?.note ?? 'none'
})

const change = (thing: ThingRow, patch: Partial<ThingRow>, type: string): Step[] => {
  const changes = changesOf(thing as unknown as Row, patch as Row, { label: 'label', amount: 'amount' })
  return [set('things', thing.id, patch), told(type, thing.id, { changes })]
}

const thingKind: Kind<'thing'> = {
  name: 'thing',
  table: 'things',
  rank: 20,
  async lock(tx, ids, wait) {
    const skip = wait === 'skip' ? sql`skip locked` : sql``
    return (
      await sql<ThingRow>`select * from things where id = any(${ids}::uuid[]) order by id for update ${skip}`.execute(
        tx,
      )
    ).rows
  },
  live: {
    announces: ['thing.made', 'thing.added', 'thing.taken', 'thing.packed', 'thing.woken'] as unknown as EventName[],
    load: async (db, ids) =>
      (await sql<ThingRow>`select * from things where id = any(${ids}::uuid[])`.execute(db)).rows,
  },
  readGrant: 'thing.get',
  plain: thing => ({ id: thing.id, label: thing.label, amount: thing.amount }),
  catalogue: () => ({ label: { type: 'text', nullable: false }, amount: { type: 'number', nullable: false } }),
  columns: () => ({}),
  advance(thing, now) {
    if (!thing.due_at || thing.late_at || thing.due_at > now) return []
    return [
      set('things', thing.id, { late_at: thing.due_at, late_by: thing.taken_by }),
      told('thing.late', thing.id, { takenBy: thing.taken_by }),
    ]
  },
}

const boxKind: Kind<'box'> = {
  name: 'box',
  table: 'boxes',
  rank: 10,
  async lock(tx, ids, wait) {
    const skip = wait === 'skip' ? sql`skip locked` : sql``
    return (
      await sql<BoxRow>`select * from boxes where id = any(${ids}::uuid[]) order by id for update ${skip}`.execute(tx)
    ).rows
  },
  readGrant: 'box.get',
  plain: box => ({ id: box.id }),
  catalogue: () => ({}),
  columns: () => ({}),
}

export const thingsRoom: Module = module({
  name: 'things',
  verbs: {
    'thing.make': thingVerb('thing.make', {
      decide(_scene, input, call) {
        const id = newId()
        return done(id, [
          add('things', {
            id,
            label: input.label,
            note: call.of(rule),
            due_at: input.dueAt ? new Date(input.dueAt) : null,
          }),
          told('thing.made', id),
        ])
      },
    }),
    'thing.add': thingVerb('thing.add', {
      subjects: ({ thingId }) => ({ thing: [thingId] }),
      decide(scene, { amount }, call) {
        const thing = scene.one('thing')
        return done(thing.id, change(thing, { amount: thing.amount + amount, note: call.of(rule) }, 'thing.added'))
      },
    }),
    'thing.take': thingVerb('thing.take', {
      subjects: ({ thingId }) => ({ thing: [thingId] }),
      decide(scene, _input, call) {
        const thing = scene.one('thing')
        if (thing.taken_by) return refuse('thing.taken', { by: thing.taken_by })
        return done(thing.id, change(thing, { taken_by: call.caller.actor.name }, 'thing.taken'))
      },
    }),
    'thing.pack': thingVerb('thing.pack', {
      // In an order of its own, which must not matter.
      subjects: ({ thingIds, boxIds }) =>
        String(thingIds[0]) < String(thingIds[1]) ? { thing: thingIds, box: boxIds } : { box: boxIds, thing: thingIds },
      decide(scene, { thingIds }) {
        const steps = scene.rows('thing').flatMap(thing => change(thing, { amount: thing.amount + 1 }, 'thing.packed'))
        return done(String(thingIds[0]), [
          ...steps,
          ...scene.rows('box').map(box => set('boxes', box.id, { label: 'packed' })),
        ])
      },
    }),
    'thing.wait': thingVerb('thing.wait', {
      subjects: ({ thingId }) => ({ thing: [thingId] }),
      decide(scene, { until, again, thingId }, call) {
        const thing = scene.one('thing')
        const timed = call.caller.actor.name === 'timer'
        const steps = timed ? change(thing, { amount: thing.amount + 1 }, 'thing.woken') : []
        if (timed && again === 0) return done(thing.id, steps)
        const at = timed ? new Date(call.now.getTime() + 1000) : new Date(until)
        const input = { thingId, until: at.toISOString(), again: timed ? again - 1 : again }
        return done(thing.id, [...steps, schedule('thing.wait' as VerbName, thing.id, at, input as never)])
      },
    }),
    'thing.note': thingVerb('thing.note', {
      decide: (_scene, { thingId, note }) => done(thingId, [told('thing.noted', thingId, { note })]),
    }),
    'thing.rule': thingVerb('thing.rule', {
      subjects: ({ thingId }) => ({ thing: [thingId] }),
      decide: (scene, { rule: note }) =>
        done(scene.one('thing').id, [set('things', scene.one('thing').id, { note }), reconfigure]),
    }),
  },
  kinds: [thingKind as unknown as Kind, boxKind as unknown as Kind],
  presenters: {
    [record]: async ({ db }: { db: Db }, ids: readonly string[]) => {
      const { rows } = await sql<ThingRow>`select * from things where id = any(${ids}::uuid[])`.execute(db)
      return rows.map(row => ({ ...row }))
    },
  },
  configuration: [rule],
})

/** Does one of the desk's verbs, by default as Baton itself. */
export function does<N extends ThingVerb>(
  desk: OpenDesk,
  name: N,
  input: z.input<(typeof words)[N]['input']>,
  by: Partial<By> = {},
): Promise<ThingRow> {
  return desk.perform(name as unknown as VerbName, input, {
    caller: desk.systemCaller('test'),
    ...by,
  }) as Promise<unknown> as Promise<ThingRow>
}
