import { type Access, type VerbName, verbs } from '@baton/contract'
import type { Caller } from './caller.ts'
import { forbidden, Problem, unauthenticated } from './problems.ts'

/** The first gate: signed in, password settled, and the verb granted at all. */
export function mayAtAll(name: VerbName, caller: Caller): void {
  const { access } = verbs[name]
  if (access === 'anyone') return
  // A channel may grant one verb to somebody outside; without that nobody outside may do anything.
  if (caller.actor.kind === 'outside' && (access !== 'granted' || caller.grants.may(name) === false))
    throw unauthenticated()
  if (caller.mustChangePassword && name !== 'session.changePassword' && name !== 'session.close')
    throw new Problem(403, 'password.mustChange')
  if (needsGrant(access, caller) && caller.grants.may(name) === false) throw forbidden(name)
}

/** What everyone signed in may, a key must have been given. */
export const needsGrant = (access: Access, caller: Caller): boolean =>
  access === 'granted' || (access === 'signedIn' && caller.actor.kind === 'key')
