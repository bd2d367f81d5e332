import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Content } from './content.ts'

/** Reads tickets with everything that can be found of them: those that the index does not show as they stand now, or all. */
export async function gather(db: Db, ids: readonly string[], which: 'changed' | 'all'): Promise<Content[]> {
  const wanted = which === 'all' ? sql`true` : sql`w.version is distinct from t.version`
  const { rows } = await sql<Content>`
    select t.id, t.version, t.number, t.subject, t.tags, t.result, t.fields, t.category_id,
      (select s.slice from word_slices s where s.from_at <= t.created_at order by s.from_at desc limit 1) as slice,
      case when c.id is not null then json_build_object(
        'name', c.name, 'number', c.number, 'partial', c.partial_phones,
        'company', (select k.name from companies k where k.id = c.company_id),
        'points', (select coalesce(json_agg(json_build_object('kind', p.kind, 'value', p.value)), '[]')
          from contact_points p where p.customer_id = c.id)
      ) end as customer,
      (select coalesce(json_agg(json_build_object('kind', m.kind, 'body', m.body,
          'files', jsonb_path_query_array(m.attachments, '$[*].name')) order by m.seq), '[]')
        from messages m where m.ticket_id = t.id) as messages
    from unnest(${ids}::uuid[]) asked (id) join tickets t on t.id = asked.id
    left join ticket_words w on w.ticket_id = t.id
    left join customers c on c.id = t.customer_id
    where ${wanted}`.execute(db)
  return rows
}
