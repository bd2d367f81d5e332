import { entriesOf, type Field, type FieldOwner, fieldOwners } from '@baton/contract'
import { useMemo } from 'react'
import { type FieldRecord, useFields } from '../fields/useFields.ts'

/** Something that can be asked about one of the desk's own fields. */
export interface OwnEntry {
  definition: FieldRecord
  entry: Field
  /** Of an address or a place: which part of it. */
  part: 'region' | 'detail' | 'name' | undefined
}

export type OwnEntries = Readonly<Record<FieldOwner, ReadonlyMap<string, OwnEntry>>>

/** The desk's own fields as conditions ask about them, by the kind of record and the name in the API; archived ones included. */
export function useOwnEntries(): OwnEntries {
  const ticket = useFields('ticket')
  const customer = useFields('customer')
  const company = useFields('company')
  return useMemo(
    () => ({ ticket: entries(ticket), customer: entries(customer), company: entries(company) }),
    [ticket, customer, company],
  )
}

const entries = (definitions: readonly FieldRecord[]): Map<string, OwnEntry> =>
  new Map(
    definitions.flatMap(definition =>
      Object.entries(entriesOf(definition)).map(([id, entry]): [string, OwnEntry] => {
        const part = id.split('.')[2] as OwnEntry['part']
        return [id, { definition, entry, part }]
      }),
    ),
  )

export const isOwner = (kind: string): kind is FieldOwner => (fieldOwners as readonly string[]).includes(kind)
