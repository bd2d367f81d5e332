import type { Desk } from '../../kernel/desk.ts'
import type { CallerOf } from '../../kernel/jobs/index.ts'
import { Problem } from '../../kernel/problems.ts'
import { callerFor, callerForKey } from '../sessions/index.ts'

/** Whoever began a job does its rows, with the grants of this moment; nobody once they are disabled or the key is revoked. */
export const callersOf =
  (desk: Desk): CallerOf =>
  async ({ kind, by_kind, by_id, by_name }) => {
    const { version } = await desk.configuration.current()
    const caller =
      by_kind === 'person' && by_id
        ? await callerFor(desk, by_id).catch(nobody)
        : by_kind === 'key' && by_id
          ? await callerForKey(desk, by_id)
          : by_kind === 'system'
            ? desk.systemCaller(by_name)
            : undefined
    return caller && { ...caller, seen: version, ...(kind === 'import' && { through: kind }) }
  }

function nobody(error: unknown): undefined {
  if (error instanceof Problem && error.status === 404) return undefined
  throw error
}
