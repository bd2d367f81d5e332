import type { Directory } from './directory.ts'

/** Whether this person's leaving would leave nobody who may everything. Asked under the lock of `oneAtATime`. */
export function isLastAdministrator(agentId: string, directory: Directory): boolean {
  const administrators = directory.administrators()
  return administrators.includes(agentId) && administrators.length === 1
}
