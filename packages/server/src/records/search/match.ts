import { fold } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'
import { categories } from '../categories/index.ts'
import { type Level, levelsOf, seesCategory } from './rights.ts'
import { categoryLexeme, longLexeme, marks, type Source, sources } from './sources.ts'
import { anyOf, queryOf, quoted, type Word, wordOf } from './word.ts'

/** What is looked for, and where: everywhere unless told. */
export interface Wanted {
  text: string
  in?: readonly Source[]
}

/** A question to the index, for one caller. Tickets match when each of the words stands in something that may be read. */
export interface Match {
  sought: readonly Sought[]
  levels: readonly Level[]
  /** As a tsquery: every ticket that matches, and few others. */
  query: string
  /** Whether whatever the query finds matches. */
  isExact: boolean
  /** Which level of `levels` the ticket is read at, over `tickets t left join customers c`. */
  level: RawBuilder<number>
  /** Whether it matches, among those that the query finds, over the same and `ticket_words w`. */
  holds: RawBuilder<boolean>
}

export interface Sought {
  word: Word
  in: readonly Source[]
  /** The categories whose path holds the word: their tickets are found by it too. */
  categoryIds: readonly string[]
}

/** Undefined when nothing is looked for: there is no word, or none that can be found. */
export function matchOf(wanted: readonly Wanted[], reading: Reading): Match | undefined {
  const sought = wanted.flatMap(one => {
    const word = wordOf(one.text)
    return word ? [{ word, in: one.in ?? sources, categoryIds: one.in ? [] : categoriesNamed(word, reading) }] : []
  })
  const levels = levelsOf(reading)
  const [widest] = levels
  if (sought.length === 0 || !widest) return undefined
  const cases = levels.map((level, at) => (at === 0 ? looksRight(sought, level) : foundIn(sought, level)))
  return {
    sought,
    levels,
    query: queryFor(sought, widest),
    isExact: levels.length === 1 && sought.every(({ word }) => word.exact),
    level: byLevel(
      levels,
      levels.map((_, at) => sql<number>`${at}::int`),
    ),
    holds: byLevel(levels, cases),
  }
}

/** More than these are left out: who names them all looks for something else. */
const mostCategories = 200

function categoriesNamed({ text }: Word, reading: Reading): string[] {
  if (!seesCategory(reading)) return []
  const { all } = reading.picture.of(categories)
  return all
    .filter(({ path }) => fold(path).includes(text))
    .map(({ id }) => id)
    .slice(0, mostCategories)
}

/** All words in what the level shows; tickets too long for the index are always looked at. */
function queryFor(sought: readonly Sought[], level: Level): string {
  const parts = sought.map(({ word, in: places, categoryIds }) =>
    queryOf(
      word,
      level.sources.filter(source => places.includes(source)).map(source => marks[source]),
      categoryIds.map(categoryLexeme),
    ),
  )
  return anyOf([`(${parts.join(' & ')})`, quoted(longLexeme)])
}

const foundIn = (sought: readonly Sought[], level: Level): RawBuilder<boolean> =>
  sql`(w.words @@ ${queryFor(sought, level)}::tsquery and ${looksRight(sought, level)})`

/** What the index cannot say: that the characters stand side by side. */
function looksRight(sought: readonly Sought[], level: Level): RawBuilder<boolean> {
  const parts = sought.map(({ word, in: places, categoryIds }) => {
    const readable = level.sources.filter(source => places.includes(source)).map(source => sources.indexOf(source) + 1)
    const stands = sql<boolean>`exists (select 1 from unnest(w.texts) with ordinality as x (body, n)
      where x.n = any(${readable}::int[]) and strpos(x.body, ${word.text}) > 0)`
    const named =
      categoryIds.length > 0 ? sql<boolean>`(t.category_id = any(${categoryIds}::uuid[]) or ${stands})` : stands
    return word.exact ? sql<boolean>`(not w.long or ${named})` : named
  })
  return sql`(${sql.join(parts, sql` and `)})`
}

function byLevel<T>(levels: readonly Level[], values: readonly RawBuilder<T>[]): RawBuilder<T> {
  const last = values.at(-1) as RawBuilder<T>
  if (levels.length === 1) return last
  const cases = levels.slice(0, -1).map((level, at) => sql`when ${level.when ?? sql`true`} then ${values[at] ?? last}`)
  return sql`case ${sql.join(cases, sql` `)} else ${last} end`
}
