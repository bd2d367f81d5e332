import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { OwnFields } from '../fields/index.ts'
import { indexOf } from './content.ts'
import { gather } from './gather.ts'

/** What can be found of one ticket: a copy that a follower keeps, and that can be made anew at any time. */
interface WordsRow {
  ticket_id: string
  created_at: Date
  /** The ticket's version that it shows. */
  version: number
  slice: number
  /** Whether there were more words than a row holds, so that only the texts tell. */
  long: boolean
  words: string
  /** Folded, by source (`sources.ts`). */
  texts: string[]
}

declare module '../../kernel/db.ts' {
  interface Tables {
    ticket_words: WordsRow
    /** Stretches of time with some two thousand tickets each: what is newest is looked through first. */
    word_slices: { slice: number; from_at: Date; size: number }
  }
}

/** Tickets that are read and written in one statement. */
const chunk = 50
/** Tickets in a slice, more or less: what is read at once when a word is common. */
export const sliceSize = 2048

/** Only one process writes the index at a time, so that what it has read is still so when it writes. */
export async function lockIndex(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${indexLock})`.execute(tx)
}
/** Any number, as long as every Baton takes the same. */
const indexLock = 8_172_645

/**
 * Brings the index up to date for these tickets. To be called under `lockIndex`. Words that are the same stay the very
 * same, so that the index on them is not written for nothing.
 */
export async function writeWords(
  tx: Db,
  ids: readonly string[],
  which: 'changed' | 'all',
  own: OwnFields,
): Promise<void> {
  for (let at = 0; at < ids.length; at += chunk) await writeChunk(tx, ids.slice(at, at + chunk), which, own)
}

async function writeChunk(tx: Db, ids: readonly string[], which: 'changed' | 'all', own: OwnFields): Promise<void> {
  const contents = await gather(tx, ids, which)
  if (contents.length === 0) return
  const made = contents.map(content => ({ content, ...indexOf(content, own) }))
  const { rows } = await sql<{ slice: number; fresh: boolean }>`
    insert into ticket_words as w (ticket_id, created_at, version, slice, long, words, texts)
    select t.id, t.created_at, n.version, n.slice, n.long,
      array_to_tsvector(string_to_array(n.lexemes, ' ')), string_to_array(n.texts, ${between})
    from unnest(${made.map(({ content }) => content.id)}::uuid[], ${made.map(({ content }) => content.version)}::int[],
      ${made.map(({ content }) => content.slice)}::int[], ${made.map(({ long }) => long)}::boolean[],
      ${made.map(({ lexemes }) => lexemes.join(' '))}::text[], ${made.map(({ texts }) => texts.join(between))}::text[])
      as n (id, version, slice, long, lexemes, texts) join tickets t on t.id = n.id
    on conflict (ticket_id) do update set version = excluded.version, slice = excluded.slice, long = excluded.long,
      words = case when w.words = excluded.words then w.words else excluded.words end,
      texts = case when w.texts = excluded.texts then w.texts else excluded.texts end
    returning w.slice, (w.xmax = 0) as fresh`.execute(tx)
  await countInto(
    tx,
    rows.filter(row => row.fresh).map(row => row.slice),
  )
}

/** No text holds it: control characters are taken out. */
const between = '\u0002'

/** Counts new tickets into their slices; when the newest is full, the next one begins behind its last ticket. */
async function countInto(tx: Db, slices: readonly number[]): Promise<void> {
  if (slices.length === 0) return
  await sql`
    with counted as (
      update word_slices s set size = s.size + n.size
      from (select slice, count(*)::int as size from unnest(${slices}::int[]) as added (slice) group by slice) n
      where n.slice = s.slice returning s.slice, s.size, s.from_at
    )
    insert into word_slices (slice, from_at, size)
    select k.slice + 1, (select max(t.created_at) + interval '1 microsecond' from tickets t), 0
    from counted k where k.size >= ${sliceSize} and k.slice = (select max(slice) from word_slices)`.execute(tx)
}
