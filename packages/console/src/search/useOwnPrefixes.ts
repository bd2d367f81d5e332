import { type OwnPrefixes, ownPrefixes } from '@baton/contract'
import { useMemo } from 'react'
import { type FieldRecord, useFields } from '../fields/useFields.ts'

/** What the desk's own fields may be called in a search, as the server reads them: those that one may see, archived ones too. */
export function useOwnPrefixes(): { fields: readonly FieldRecord[]; own: OwnPrefixes } {
  const fields = useFields('ticket')
  return useMemo(() => ({ fields, own: ownPrefixes(fields) }), [fields])
}
