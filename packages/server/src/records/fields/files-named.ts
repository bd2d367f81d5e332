import type { FieldOwner } from '@baton/contract'
import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { type AttachedFile, freeFiles } from '../files/index.ts'
import type { Field } from './definitions.ts'
import { idsIn } from './ids-in.ts'

/** The files that a change of a record's fields speaks of. */
export interface FilesNamed {
  /** Those that belong to nobody yet and that the caller may attach. */
  free: ReadonlyMap<string, AttachedFile>
  /** Those of the record: the named ones, and what stands in the fields so far. */
  own: ReadonlyMap<string, Pick<AttachedFile, 'name' | 'mediaType'>>
}

interface Of {
  owner: FieldOwner
  /** The record, when there is one already. */
  recordId?: string
}

const none: FilesNamed = { free: new Map(), own: new Map() }

/** By what is meant for fields of files and pictures; nothing is asked where none is among them. */
export async function filesNamed(
  { db, caller }: { db: Db; caller: Caller },
  meant: readonly [Field, unknown][],
  { owner, recordId }: Of,
): Promise<FilesNamed> {
  const keys = meant.flatMap(([{ key, spec }]) => (spec.kind === 'files' || spec.kind === 'pictures' ? [key] : []))
  if (keys.length === 0) return none
  const ids = idsIn(meant, ['files', 'pictures'])
  const free = ids.length > 0 ? await freeFiles(db, ids, caller) : none.free
  if (!recordId) return { free, own: none.own }
  const { rows } = await sql<{ id: string; name: string; mediaType: string }>`
    select f.id, f.name, f.media_type as "mediaType" from attachments a join files f on f.id = a.file_id
    where a.${sql.ref(`${owner}_id`)} = ${recordId} and (f.id = any(${ids}::uuid[]) or exists (
      select 1 from ${sql.table(tables[owner])} r cross join unnest(${keys}::text[]) k
      where r.id = ${recordId} and r.fields -> k @> to_jsonb(f.id::text)))`.execute(db)
  return { free, own: new Map(rows.map(row => [row.id, row])) }
}

const tables: Readonly<Record<FieldOwner, string>> = { ticket: 'tickets', customer: 'customers', company: 'companies' }
