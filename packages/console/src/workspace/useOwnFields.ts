import type { Records } from '@baton/contract'
import { useAll } from '../lists/useAll.ts'

export type OwnField = Records['field']

/** The desk's own fields of tickets that one may read, in their order; archived ones still have names. */
export const useOwnFields = (): readonly OwnField[] =>
  useAll('field.list', { of: 'ticket', archived: true }).data ?? none

const none: readonly OwnField[] = []
