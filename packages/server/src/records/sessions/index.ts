import { module } from '../../kernel/module.ts'
import { watchAbsence } from './absence.ts'
import { changePassword } from './change-password.ts'
import { closeSession } from './close.ts'
import { endSessions } from './ended.ts'
import { firstRun } from './first-run.ts'
import { createApiKey } from './keys/create.ts'
import { listApiKeys, presentApiKeys } from './keys/read.ts'
import { revokeApiKey } from './keys/revoke.ts'
import { openSession } from './open.ts'
import { presentSessions } from './present.ts'
import { listSessions, me, welcome } from './read.ts'

export { stillHere, sweepAbsent } from './absence.ts'
export { afterVerb, authenticate, identify } from './authenticate.ts'
export { bootstrap } from './bootstrap.ts'
export { callerFor, callerForKey } from './callers.ts'
export { firstRunCode } from './first-run.ts'

/** How people and programs come in: signing in and out, passwords, API keys, and the very first run. */
export const sessions = module({
  name: 'sessions',
  verbs: {
    'session.open': openSession,
    'session.close': closeSession,
    'session.changePassword': changePassword,
    'session.firstRun': firstRun,
    'apiKey.create': createApiKey,
    'apiKey.revoke': revokeApiKey,
  },
  reads: {
    'session.me': me,
    'session.list': listSessions,
    'session.welcome': welcome,
    'apiKey.list': listApiKeys,
  },
  presenters: { session: presentSessions, apiKey: presentApiKeys },
  within: [endSessions],
  start: watchAbsence,
})
