import type { GrantMap } from '../../kernel/grants.ts'

/** Somebody signed in somewhere. Only the token's hash is kept. */
export interface SessionRow {
  id: string
  agent_id: string
  token_hash: string
  ip: string
  user_agent: string
  created_at: Date
  seen_at: Date
  expires_at: Date
  ended_at: Date | null
}

/** A program that acts for somebody, with a part of what that person may. */
export interface ApiKeyRow {
  id: string
  name: string
  owner_id: string
  token_hash: string
  /** The token's last letters, to tell keys apart. */
  hint: string
  grants: GrantMap
  expires_at: Date | null
  revoked_at: Date | null
  used_at: Date | null
  created_at: Date
}

declare module '../../kernel/db.ts' {
  interface Tables {
    sessions: SessionRow
    api_keys: ApiKeyRow
  }
}

/** A session ends after so many hours without a call, and after so many days whatever happens. */
export const idleHours = 12
export const mostDays = 30
