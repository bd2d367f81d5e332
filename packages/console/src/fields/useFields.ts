import type { FieldOwner, Records } from '@baton/contract'
import { useAll } from '../lists/useAll.ts'

export type FieldRecord = Records['field']
/** What a field must tell of itself to be filled in or read. */
export type FieldLike = Pick<FieldRecord, 'key' | 'name' | 'nameEn' | 'help' | 'spec'>

const none: readonly FieldRecord[] = []

/** The desk's own fields in their order, archived ones included: what is kept in them is still shown. */
export const useFields = (of: FieldOwner, wanted = true): readonly FieldRecord[] =>
  useAll('field.list', { of, archived: true }, wanted).data ?? none
