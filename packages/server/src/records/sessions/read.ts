import { type ReadName, reads, type VerbName, verbs } from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import { isFrozen, isHidden } from '../../kernel/grants.ts'
import { deskTopic } from '../../kernel/ids.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { notFound } from '../../kernel/problems.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { directory, presentAgents } from '../people/index.ts'
import { settings } from '../settings/index.ts'
import { presentSessions } from './present.ts'

/** Who one is, and what one may at all: for menus. Each record says what may be done with it. */
export const me = read('session.me', async reading => {
  const { caller, picture } = reading
  const [session] = caller.sessionId ? await presentSessions(reading, [caller.sessionId]) : []
  const [agent] = caller.me.id ? await presentAgents(reading, [String(caller.me.id)]) : []
  return {
    id: caller.actor.id ?? deskTopic,
    agent: agent ?? null,
    mustChangePassword: caller.mustChangePassword,
    ...session,
    grants: grantsFor(caller),
    ...restrictedFor(reading),
    deskName: picture.of(settings).deskName,
  }
})

const names = [...Object.keys(verbs), ...Object.keys(reads)] as (VerbName | ReadName)[]
const accessOf = (name: VerbName | ReadName) =>
  (name in verbs ? verbs[name as VerbName] : reads[name as ReadName]).access

/** Perhaps on some records only: then each record tells. */
function grantsFor({ actor, grants }: Caller): Record<string, boolean> {
  const isFree = (name: VerbName | ReadName) => {
    const access = accessOf(name)
    return access === 'anyone' || (access === 'signedIn' && actor.kind !== 'key')
  }
  return Object.fromEntries(names.map(name => [name, isFree(name) || grants.may(name) !== false]))
}

/** The fields that the person's roles withhold together, and those that they only show. */
function restrictedFor({ caller, picture }: Reading): { hidden: string[]; frozen: string[] } {
  const { agents, roles } = picture.of(directory)
  const held = agents.get(String(caller.me.id))?.roleIds.flatMap(id => roles.get(id) ?? []) ?? []
  const named = new Set(held.flatMap(({ fields }) => Object.keys(fields)))
  const restricted = [...named].filter(id => isFrozen(caller.grants, id) || isHidden(caller.grants, id)).sort()
  const [hidden = [], frozen = []] = [true, false].map(is =>
    restricted.filter(id => isHidden(caller.grants, id) === is),
  )
  return { hidden, frozen }
}

/** One's own, the newest first; somebody else's for whoever is granted it. */
export const listSessions = read('session.list', async (reading, { agentId, cursor, limit }) => {
  const { caller, now } = reading
  const whose = agentId ?? caller.me.id
  if (!whose) throw notFound()
  if (whose !== caller.me.id && caller.grants.may('session.list') !== true) throw notFound()
  const [before] = cursorKey(cursor, [cursorForms.id]) ?? []
  let query = reading.db
    .selectFrom('sessions')
    .select('id')
    .where('agent_id', '=', String(whose))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
  if (before) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const ids = rows.slice(0, limit).map(row => row.id)
  return {
    items: await presentSessions(reading, ids),
    nextCursor: rows.length > limit ? toCursor([ids.at(-1)]) : null,
  }
})

/** What a browser may know before anybody signs in. */
export const welcome = read('session.welcome', async ({ picture }) => ({
  id: deskTopic,
  agent: null,
  mustChangePassword: false,
  deskName: picture.of(settings).deskName,
  firstRun: picture.of(directory).agents.size === 0,
}))
