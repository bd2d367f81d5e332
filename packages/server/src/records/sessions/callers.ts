import { isRead, isVerb, reads, verbs } from '@baton/contract'
import type { Caller, Locale } from '../../kernel/caller.ts'
import type { Picture } from '../../kernel/configuration.ts'
import type { Desk } from '../../kernel/desk.ts'
import { bothGrant, type GrantMap, type Grants, grantsOf, nothingAtAll } from '../../kernel/grants.ts'
import { notFound } from '../../kernel/problems.ts'
import { directory, meOf, nobody, type Person } from '../people/index.ts'
import { settings } from '../settings/index.ts'

/** From where a call comes. */
export interface Whence {
  ip: string
  userAgent: string
  /** The language that the request asks for; a person's own choice comes first. */
  locale: Locale
}

export interface Signed {
  sessionId: string | null
  mustChangePassword: boolean
}

/** One of the desk's people. */
export function personCaller(person: Person, picture: Picture, whence: Whence, signed: Signed): Caller {
  const people = picture.of(directory)
  return {
    actor: { kind: 'person', id: person.id, name: person.name },
    ...whence,
    locale: (person.locale as Locale | null) ?? whence.locale,
    zone: picture.of(settings).timezone,
    grants: people.grantsOf(person.roleIds),
    me: meOf(person, people),
    ...signed,
  }
}

/** A program with a key: never more than its owner may today, and of that only what the key was given. */
export function keyCaller(
  key: { id: string; name: string; grants: GrantMap },
  owner: Person,
  picture: Picture,
  whence: Whence,
): Caller {
  const caller = personCaller(owner, picture, whence, { sessionId: null, mustChangePassword: false })
  const own = grantsOf([{ grants: { ...key.grants, 'session.me': true }, fields: {} }])
  return {
    ...caller,
    actor: { kind: 'key', id: key.id, name: `${key.name} (${owner.name})` },
    grants: bothGrant(asSignedIn(caller.grants), own),
  }
}

/** What everyone signed in may needs no role, but a key must have been given it. */
const asSignedIn = (grants: Grants): Grants => ({
  may(name) {
    const access = isVerb(name) ? verbs[name].access : isRead(name) ? reads[name].access : 'granted'
    return access === 'granted' ? grants.may(name) : true
  },
  field: grants.field,
})

/** Nobody that the desk knows. */
export const outsideCaller = (desk: Desk, whence: Whence): Caller => ({
  actor: { kind: 'outside', id: null, name: '' },
  ...whence,
  zone: desk.configuration.held()?.of(settings).timezone ?? desk.config.timezone,
  grants: nothingAtAll,
  me: nobody,
  sessionId: null,
  mustChangePassword: false,
})

/** One of the desk's people without a session: for what is done on somebody's behalf. */
export async function callerFor(desk: Desk, agentId: string): Promise<Caller> {
  const picture = await desk.configuration.current()
  const person = picture.of(directory).agents.get(agentId)
  if (person?.status !== 'active') throw notFound()
  const whence = { ip: '', userAgent: '', locale: desk.config.locale }
  return personCaller(person, picture, whence, { sessionId: null, mustChangePassword: false })
}

/** The same for a program with a key; undefined when the key is no longer valid, or its owner no longer here. */
export async function callerForKey(desk: Desk, keyId: string): Promise<Caller | undefined> {
  const key = await desk.db
    .selectFrom('api_keys')
    .select(['id', 'name', 'grants', 'owner_id'])
    .where('id', '=', keyId)
    .where('revoked_at', 'is', null)
    .where(or => or.or([or('expires_at', 'is', null), or('expires_at', '>', desk.clock())]))
    .executeTakeFirst()
  const picture = await desk.configuration.current()
  const owner = key && picture.of(directory).agents.get(key.owner_id)
  if (!key || owner?.status !== 'active') return undefined
  return keyCaller(key, owner, picture, { ip: '', userAgent: '', locale: desk.config.locale })
}
