import { sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'
import type { Match, Sought } from './match.ts'
import { marks, type Source } from './sources.ts'

/**
 * In how many tickets the words stand at least as often as PostgreSQL's statistics know: their most frequent lexemes
 * are listed, and what is not listed is rare and counts as none. Reads no index, so that nobody gathers a hundred
 * thousand tickets only to learn that they are too many.
 */
export async function expected({ db }: Reading, { sought, levels: [widest] }: Match): Promise<number> {
  const asked = sought.map(one => branchesOf(one, widest?.sources ?? []))
  const forms = asked.flat(2).flat()
  const { rows } = await sql<{ lexeme: string; tickets: number }>`
    select e.lexeme, e.share * c.reltuples as tickets
    from pg_stats s join pg_class c on c.oid = 'ticket_words'::regclass,
      unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e (lexeme, share)
    where s.schemaname = c.relnamespace::regnamespace::text and s.tablename = 'ticket_words' and s.attname = 'words'
      and (e.lexeme = any(${forms.filter(({ prefix }) => !prefix).map(({ text }) => text)}::text[])
        or exists (select from unnest(${forms.filter(({ prefix }) => prefix).map(({ text }) => text)}::text[]) p
          where starts_with(e.lexeme, p)))`.execute(db)
  const known = ({ text, prefix }: Form): number =>
    total(rows.map(row => ((prefix ? row.lexeme.startsWith(text) : row.lexeme === text) ? row.tickets : 0)))
  const of = (branches: readonly Branch[]): number =>
    total(branches.map(needs => Math.min(...needs.map(forms => total(forms.map(known))))))
  return Math.min(...asked.map(of))
}

/** As the index keeps it: with its source's mark. */
interface Form {
  text: string
  prefix: boolean
}
/** What must all stand in one source, each in any of its forms. */
type Branch = readonly (readonly Form[])[]

const branchesOf = ({ word, in: places }: Sought, readable: readonly Source[]): Branch[] =>
  readable
    .filter(source => places.includes(source))
    .map(source => word.needs.map(forms => forms.map(({ text, prefix }) => ({ text: marks[source] + text, prefix }))))

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
