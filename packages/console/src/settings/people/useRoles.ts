import { useAll } from '../../lists/useAll.ts'
import type { RoleRecord } from '../records.ts'

const none: readonly RoleRecord[] = []

/** The roles in use. */
export const useRoles = (): readonly RoleRecord[] => useAll('role.list', {}).data ?? none
