import {
  type AskedOtherwise,
  type Catalogue,
  catalogueOf,
  type FieldDefinition,
  type FieldOwner,
  fieldOwners,
  formulasOf,
  isAskedOtherwise,
  type ReadyFormula,
} from '@baton/contract'
import { cached } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { FieldRow } from './tables.ts'

/** A field with what its settings page tells of it. */
export interface Field extends FieldDefinition {
  help: string | null
  indexed: boolean
  /** Statistics are told apart by it. */
  reported: boolean
  position: number
  version: number
}

/** The fields of one kind of record. */
export interface OwnFields {
  /** In their order, archived ones behind. */
  all: readonly Field[]
  byKey(key: string): Field | undefined
  /** What can be asked about them, archived ones included. */
  catalogue: Catalogue
  formulas: readonly ReadyFormula[]
  /** Those whose values conditions in memory see in other words. */
  askedOtherwise: readonly (Field & AskedOtherwise)[]
  /** Those that a new record begins with a value of. */
  usual: readonly Field[]
}

export interface Definitions {
  all: readonly Field[]
  byId(id: string): Field | undefined
  of(owner: FieldOwner): OwnFields
}

/** The desk's own fields, always at hand. */
export const definitions = cached<Definitions>('fields', loadDefinitions)

/** For parts of the configuration that are made from them. */
export async function loadDefinitions(db: Db): Promise<Definitions> {
  const rows = await db.selectFrom('fields').selectAll().orderBy('position').orderBy('created_at').execute()
  const fields = rows.map(fieldOf)
  const all = [...fields.filter(({ archived }) => !archived), ...fields.filter(({ archived }) => archived)]
  const byId = new Map(all.map(field => [field.id, field]))
  const own = new Map(fieldOwners.map(owner => [owner, ownFields(all.filter(({ of }) => of === owner))]))
  return { all, byId: id => byId.get(id), of: owner => own.get(owner) ?? ownFields([]) }
}

function ownFields(all: readonly Field[]): OwnFields {
  const byKey = new Map(all.map(field => [field.key, field]))
  return {
    all,
    byKey: key => byKey.get(key),
    catalogue: catalogueOf(all),
    formulas: formulasOf(all),
    askedOtherwise: all.filter(isAskedOtherwise),
    usual: all.filter(({ archived, default: usual }) => !archived && usual !== null),
  }
}

const fieldOf = (row: FieldRow): Field => ({
  id: row.id,
  of: row.owner,
  key: row.key,
  name: row.name,
  nameEn: row.name_en,
  help: row.help,
  spec: row.spec,
  default: row.usual,
  unique: row.is_unique,
  indexed: row.indexed,
  reported: row.reported,
  position: row.position,
  archived: row.archived_at !== null,
  version: row.version,
})
