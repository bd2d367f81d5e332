import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import type { GrantMap } from '../../kernel/grants.ts'
import { directory } from '../people/index.ts'
import { keyCaller, personCaller, type Whence } from './callers.ts'
import { idleHours, mostDays } from './rows.ts'
import { keyPrefix, tokenHash } from './token.ts'

/** Who holds this token; undefined when it is unknown, ended, expired, or its person is disabled. One statement. */
export function recognise(desk: Desk, token: string, whence: Whence): Promise<Caller | undefined> {
  return token.startsWith(keyPrefix) ? recogniseKey(desk, token, whence) : recogniseSession(desk, token, whence)
}

/** Every call moves a session's end on; it is written down once a minute. */
async function recogniseSession(desk: Desk, token: string, whence: Whence): Promise<Caller | undefined> {
  const now = desk.clock()
  const { rows } = await sql<{ id: string; agent_id: string; must_change: boolean; version: number }>`
    with found as (
      select s.id, s.agent_id, s.seen_at, s.created_at, c.must_change, (select version from configuration) as version
      from sessions s join agents a on a.id = s.agent_id join credentials c on c.agent_id = s.agent_id
      where s.token_hash = ${tokenHash(token)} and s.ended_at is null and s.expires_at > ${now} and a.status = 'active'
    ), moved as (
      update sessions s set seen_at = ${now},
        expires_at = least(${now}::timestamptz + make_interval(hours => ${idleHours}), f.created_at + make_interval(days => ${mostDays}))
      from found f where s.id = f.id and f.seen_at < ${now}::timestamptz - interval '1 minute'
    )
    select id, agent_id, must_change, version from found`.execute(desk.db)
  const [session] = rows
  if (!session) return undefined
  const picture = await desk.configuration.at(session.version)
  const person = picture.of(directory).agents.get(session.agent_id)
  return (
    person && {
      ...personCaller(person, picture, whence, { sessionId: session.id, mustChangePassword: session.must_change }),
      seen: session.version,
    }
  )
}

async function recogniseKey(desk: Desk, token: string, whence: Whence): Promise<Caller | undefined> {
  const now = desk.clock()
  const { rows } = await sql<{ id: string; name: string; grants: GrantMap; owner_id: string; version: number }>`
    with found as (
      select k.id, k.name, k.grants, k.owner_id, k.used_at, (select version from configuration) as version
      from api_keys k join agents a on a.id = k.owner_id
      where k.token_hash = ${tokenHash(token)} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})
        and a.status = 'active'
    ), used as (
      update api_keys k set used_at = ${now}
      from found f where k.id = f.id and (f.used_at is null or f.used_at < ${now}::timestamptz - interval '1 minute')
    )
    select id, name, grants, owner_id, version from found`.execute(desk.db)
  const [key] = rows
  if (!key) return undefined
  const picture = await desk.configuration.at(key.version)
  const owner = picture.of(directory).agents.get(key.owner_id)
  return owner && { ...keyCaller(key, owner, picture, whence), seen: key.version }
}
