import { type RawBuilder, sql } from 'kysely'

/** So many pairs of a long text are asked of the index; the name itself decides. */
const most = 8

/** Customers in whose name, or in whose company's, the folded text stands, over `customers c`: each by its own index. */
export const hasInName = (folded: string): RawBuilder<boolean> => sql`c.id in (
  select c.id from customers c where ${holdsName('c', folded)}
  union all select c.id from customers c
  where c.company_id in (select companies.id from companies where ${holdsName('companies', folded)}))`

/** Whether the folded text stands in a name, over a table with `name_folded` and its pairs (`name_pairs` in SQL). */
export function holdsName(table: 'c' | 'o' | 'companies', folded: string): RawBuilder<boolean> {
  const at = sql.table(table)
  return sql`(${at}.name_words @@ ${pairsQuery(folded)}::tsquery and strpos(${at}.name_folded, ${folded}) > 0)`
}

/** One character is the beginning of a pair, or the last one alone. */
function pairsQuery(folded: string): string {
  const characters = [...folded]
  if (characters.length === 1) return `${quoted(folded)}:*`
  const pairs = new Set(characters.slice(1).map((character, at) => quoted((characters[at] ?? '') + character)))
  return [...pairs].slice(0, most).join(' & ')
}

const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
