import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { gathered } from '../../kernel/gathered.ts'
import type { GrantMap } from '../../kernel/grants.ts'
import { directory } from '../people/index.ts'
import { keyCaller, personCaller, type Whence } from './callers.ts'
import { idleHours, mostDays } from './rows.ts'
import { keyPrefix, tokenHash } from './token.ts'

/** Who holds this token; undefined when it is unknown, ended, expired, or its person is disabled. */
export function recognise(desk: Desk, token: string, whence: Whence): Promise<Caller | undefined> {
  return token.startsWith(keyPrefix) ? recogniseKey(desk, token, whence) : recogniseSession(desk, token, whence)
}

async function recogniseSession(desk: Desk, token: string, whence: Whence): Promise<Caller | undefined> {
  const session = await sessionOf(desk.db, { hash: tokenHash(token), now: desk.clock() })
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
  const key = await keyOf(desk.db, { hash: tokenHash(token), now: desk.clock() })
  if (!key) return undefined
  const picture = await desk.configuration.at(key.version)
  const owner = picture.of(directory).agents.get(key.owner_id)
  return owner && { ...keyCaller(key, owner, picture, whence), seen: key.version }
}

interface Shown {
  hash: string
  now: Date
}

interface SessionRow {
  token_hash: string
  id: string
  agent_id: string
  must_change: boolean
  version: number
}

/** Every call moves a session's end on; it is written down once a minute, by whoever comes first. */
const sessionOf = gathered(async (db: Db, shown: readonly Shown[]) => {
  const { hashes, now } = together(shown)
  const { rows } = await sql<SessionRow>`
    with found as (
      select s.token_hash, s.id, s.agent_id, s.seen_at, s.created_at, c.must_change,
        (select version from configuration) as version
      from sessions s join agents a on a.id = s.agent_id join credentials c on c.agent_id = s.agent_id
      where s.token_hash = any(${hashes}) and s.ended_at is null and s.expires_at > ${now} and a.status = 'active'
    ), resting as (
      select id from sessions where id in (select id from found where seen_at < ${now}::timestamptz - interval '1 minute')
      for no key update skip locked
    ), moved as (
      update sessions s set seen_at = ${now},
        expires_at = least(${now}::timestamptz + make_interval(hours => ${idleHours}), s.created_at + make_interval(days => ${mostDays}))
      from resting r where s.id = r.id
    )
    select token_hash, id, agent_id, must_change, version from found`.execute(db)
  return answersTo(shown, rows)
})

interface KeyRow {
  token_hash: string
  id: string
  name: string
  grants: GrantMap
  owner_id: string
  version: number
}

const keyOf = gathered(async (db: Db, shown: readonly Shown[]) => {
  const { hashes, now } = together(shown)
  const { rows } = await sql<KeyRow>`
    with found as (
      select k.token_hash, k.id, k.name, k.grants, k.owner_id, k.used_at, (select version from configuration) as version
      from api_keys k join agents a on a.id = k.owner_id
      where k.token_hash = any(${hashes}) and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})
        and a.status = 'active'
    ), resting as (
      select id from api_keys where id in
        (select id from found where used_at is null or used_at < ${now}::timestamptz - interval '1 minute')
      for no key update skip locked
    ), used as (
      update api_keys k set used_at = ${now} from resting r where k.id = r.id
    )
    select token_hash, id, name, grants, owner_id, version from found`.execute(db)
  return answersTo(shown, rows)
})

/** All that are asked about at once, as of the latest of them. */
const together = (shown: readonly Shown[]) => ({
  hashes: [...new Set(shown.map(({ hash }) => hash))],
  now: new Date(Math.max(...shown.map(({ now }) => now.getTime()))),
})

function answersTo<R extends { token_hash: string }>(shown: readonly Shown[], rows: readonly R[]): (R | undefined)[] {
  const byHash = new Map(rows.map(row => [row.token_hash, row]))
  return shown.map(({ hash }) => byHash.get(hash))
}
