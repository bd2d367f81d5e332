import type { Records } from '@baton/contract'
import { useAll } from '../../lists/useAll.ts'

export type RoleRecord = Records['role']

const none: readonly RoleRecord[] = []

/** The roles in use. */
export const useRoles = (): readonly RoleRecord[] => useAll('role.list', {}).data ?? none
