import path from 'node:path'
import { outcomeOf } from './outcome.ts'

/** Promises that nobody waits for, by the real types; see docs/decisions/0002-two-linters.md. */
export function promises(root: string, places: readonly string[]): Promise<string[]> {
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
  return outcomeOf(process.execPath, [oxlint, '--type-aware', '--format=unix', ...places], root)
}
