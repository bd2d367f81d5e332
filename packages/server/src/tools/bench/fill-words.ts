import { fold } from '@baton/contract'
import pg from 'pg'
import { openDatabase } from '../../kernel/db.ts'
import { loadDefinitions } from '../../records/fields/index.ts'
import { codeBeginnings, marks, writeWords } from '../../records/search/index.ts'
import { englishWords, lexemesOf, sentences, subjects } from './phrases.ts'

/**
 * The index of the tickets that `fill` has written, as the follower would have made it: put together by SQL from the
 * lexemes of the pieces, with the index built at the end.
 */
export async function fillWords(connectionString: string, from: number, to: number): Promise<void> {
  if (from >= to) return
  const pool = new pg.Pool({ connectionString, max: 1 })
  // Alone: helpers would need shared memory that a container seldom has.
  await pool.query(`set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 0`)
  await pool.query('drop index if exists ticket_words_words')
  // The time is cut anew: what is filled lies years back.
  await pool.query(`delete from ticket_words; delete from word_slices`)
  await pool.query(slicesText)
  for (let at = 0; at < to; at += chunk)
    await pool.query(wordsText, [
      at,
      Math.min(to, at + chunk),
      folded(subjects),
      folded(sentences),
      englishWords,
      lexemesOf(subjects, marks.subject),
      lexemesOf(sentences, marks.messages),
      lexemesOf(englishWords, marks.messages),
    ])
  await pool.query(
    'create index ticket_words_words on ticket_words using gin (words) with (gin_pending_list_limit = 1024)',
  )
  await pool.query('vacuum analyze ticket_words')
  await pool.end()
  await readOthers(connectionString)
}

/** What was opened through the front door is read as ever. */
async function readOthers(connectionString: string): Promise<void> {
  const database = openDatabase({ connectionString, max: 1 }, () => {})
  const rows = await database.db.selectFrom('tickets').select('id').where('number', 'not like', 'B%').execute()
  await writeWords(
    database.db,
    rows.map(({ id }) => id),
    'all',
    (await loadDefinitions(database.db)).of('ticket'),
  )
  await database.close()
}

const chunk = 50_000

const slicesText = `
  with numbered as (select created_at, row_number() over (order by created_at, id) as n from tickets)
  insert into word_slices (slice, from_at, size)
  select row_number() over (order by from_at), from_at, 2048 from (
    select '-infinity'::timestamptz as from_at union select distinct created_at from numbered where n % 2048 = 0) starts`

const folded = (pieces: readonly string[]): string[] => pieces.map(piece => fold(piece))

/** A code's lexemes: whole, by its beginnings and by its end; of those that there are. */
const code = (mark: string, word: string) =>
  [
    `'${mark}' || ${word}`,
    ...codeBeginnings.map(n => `case when length(${word}) > ${n} then '${mark}#' || left(${word}, ${n}) end`),
    `'${mark}~' || right(${word}, 4)`,
  ].join(', ')

const wordsText = `
  insert into ticket_words (ticket_id, created_at, version, slice, words, texts)
  select t.id, t.created_at, t.version, s.slice,
    array_to_tsvector(array_remove(array['@' || s.slice] || string_to_array(($6::text[])[n % 97 + 1], ' ')
      || string_to_array(($7::text[])[n % 1999 + 1], ' ') || string_to_array(($7::text[])[n * 7 % 2000 + 1], ' ')
      || string_to_array(($7::text[])[n * 13 % 2000 + 1], ' ') || string_to_array(($8::text[])[(n + n / 1100) % 20 + 1], ' ')
      || array['M订单', 'M单', ${code('M', 'jd')}, ${code('N', 'lower(t.number)')}, ${code('C', 'phone')}, ${code('C', 'own')},
        'C' || lower(c.number), 'C^' || left(lower(c.number), 3), 'C^' || left(lower(c.number), 4),
        'C^' || left(lower(c.number), 5), 'C^' || left(lower(c.number), 6), 'C~' || right(c.number, 4), 'C' || c.name,
        'C' || substr(c.name, 2, 1)], null)),
    array[($3::text[])[n % 97 + 1], lower(t.number), c.name || E'\\n' || lower(c.number) || E'\\n+' || phone || E'\\n' || own, '', '', '', '',
      ($4::text[])[n % 1999 + 1] || ',' || ($4::text[])[n * 7 % 2000 + 1] || ',订单 ' || jd || E'\\n'
        || ($4::text[])[n * 13 % 2000 + 1] || ',' || ($5::text[])[(n + n / 1100) % 20 + 1], '']
  from tickets t join customers c on c.id = t.customer_id join contact_points p on p.customer_id = c.id
  cross join lateral (select substr(t.number, 2)::bigint as n, substr(p.value, 2) as phone, substr(p.value, 4) as own) r
  cross join lateral (select 'jd' || (20260000000 + n) as jd) o
  cross join lateral (select z.slice from word_slices z where z.from_at <= t.created_at order by z.from_at desc limit 1) s
  where t.number like 'B%' and t.number >= 'B' || lpad($1::text, 9, '0') and t.number < 'B' || lpad($2::text, 9, '0')`
