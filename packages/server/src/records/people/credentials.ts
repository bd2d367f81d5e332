import type { Db } from '../../kernel/db.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { put, type Step, tell } from '../../kernel/steps.ts'
import type { CredentialRow } from './rows.ts'

/** So many wrong passwords in a row lock the account for so long. */
export const mostFailures = 5
export const lockMinutes = 15

export const credentialsOf = (db: Db, agentId: string): Promise<CredentialRow | undefined> =>
  db.selectFrom('credentials').selectAll().where('agent_id', '=', agentId).executeTakeFirst()

const write = (row: CredentialRow): Step => put('credentials', ['agent_id'], row)

/** A password that was made for somebody must be changed by them; one that they chose must not. */
export const newPassword = (agentId: string, hash: string, mustChange: boolean, now: Date): Step =>
  write({
    agent_id: agentId,
    password_hash: hash,
    must_change: mustChange,
    failures: 0,
    locked_until: null,
    changed_at: now,
  })

export const isLocked = ({ locked_until }: CredentialRow, now: Date): boolean =>
  locked_until !== null && locked_until > now

/** One more wrong password; the fifth in a row locks the account. */
export function wrongPassword(row: CredentialRow, name: string, now: Date): Step[] {
  const failures = row.failures + 1
  if (failures < mostFailures) return [write({ ...row, failures, locked_until: null })]
  const until = new Date(now.getTime() + lockMinutes * 60_000)
  return [
    write({ ...row, failures: 0, locked_until: until }),
    tell('agent.locked', deskTopic, row.agent_id, { name, until: until.toISOString() }),
  ]
}

/** The account is as if nobody had ever mistyped. */
export const unlocked = (row: CredentialRow): Step[] =>
  row.failures === 0 && !row.locked_until ? [] : [write({ ...row, failures: 0, locked_until: null })]
