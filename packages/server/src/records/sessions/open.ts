import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { add, type Decision, type Refusal, remove, type Step, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import {
  type AgentRow,
  type CredentialRow,
  credentialsOf,
  directory,
  isLocked,
  isPassword,
  lockMinutes,
  nobodysHash,
  nowPresent,
  unlocked,
  wrongPassword,
} from '../people/index.ts'
import { liveSessions } from './live.ts'
import { idleHours } from './rows.ts'
import { sessionToken, tokenHash } from './token.ts'

/** Signs in by employee number. Whether the login or the password was wrong is not told, and takes equally long. */
export const openSession = verb('session.open', {
  async prepare({ db, picture, caller }, { login, password }) {
    caller.guess?.('session.open')
    const person = picture.of(directory).byLogin(login)
    const credentials = person && (await credentialsOf(db, person.id))
    const isRight = await isPassword(credentials?.password_hash ?? nobodysHash, password)
    return {
      agentId: credentials && person?.id,
      /** The hash that the password was found to fit. */
      fits: isRight ? credentials?.password_hash : undefined,
      session: newSession(),
    }
  },
  subjects: (_input, { agentId }) => (agentId ? { agent: [agentId] } : {}),
  async load(tx, _input, { prepared }, call) {
    return {
      credentials: prepared.agentId ? await credentialsOf(tx, prepared.agentId) : undefined,
      live: prepared.agentId ? await liveSessions(tx, prepared.agentId, call.now) : [],
      mayNote: await mayNote(tx, call.now),
    }
  },
  decide({ rows, prepared, loaded }, { login }, call) {
    const { credentials, live, mayNote } = loaded
    const refused = (reason: string, subject: string, known: boolean) =>
      tell('session.refused', deskTopic, subject, { login: known ? login : cut(login), ip: call.caller.ip, reason })
    const [agent] = prepared.agentId ? rows('agent') : []
    if (!agent || !credentials) return failed(mayNote ? [refused('unknown', deskTopic, false)] : [])
    if (isLocked(credentials, call.now)) {
      return { refusal: locked(credentials, call.now), steps: mayNote ? [refused('locked', agent.id, true)] : [] }
    }
    if (prepared.fits !== credentials.password_hash) {
      return failed([refused('password', agent.id, true), ...wrongPassword(credentials, agent.name, call.now)])
    }
    if (agent.status === 'disabled') {
      return {
        refusal: new Problem(403, 'login.disabled'),
        steps: mayNote ? [refused('disabled', agent.id, true)] : [],
      }
    }
    return {
      id: prepared.session.id,
      steps: [
        ...unlocked(credentials),
        ...live.slice(mostSessions - 1).map(session => remove('sessions', { id: session.id })),
        ...opened(agent, prepared.session, call),
        ...(live.length === 0 || agent.presence === 'offline' ? nowPresent(agent, 'ready', call.now) : []),
      ],
      reveal: { token: prepared.session.token },
      as: { kind: 'person', id: agent.id, name: agent.name },
    } satisfies Decision
  },
})

/** A script that signs in for every call ends its own oldest sessions. */
const mostSessions = 100

export interface NewSession {
  id: string
  token: string
}

export const newSession = (): NewSession => ({ id: newId(), token: sessionToken() })

export const opened = (
  { id: agentId }: Pick<AgentRow, 'id'>,
  { id, token }: NewSession,
  call: { now: Date; caller: Caller },
): Step[] => [
  add('sessions', {
    id,
    agent_id: agentId,
    token_hash: tokenHash(token),
    ip: call.caller.ip,
    user_agent: call.caller.userAgent ?? '',
    created_at: call.now,
    seen_at: call.now,
    expires_at: new Date(call.now.getTime() + idleHours * 3_600_000),
    ended_at: null,
  }),
  tell('session.opened', deskTopic, agentId, { sessionId: id, ip: call.caller.ip }),
]

const failed = (steps: Step[]): Refusal => ({ refusal: new Problem(401, 'login.failed'), steps })

export function locked({ locked_until }: CredentialRow, now: Date): Problem {
  const retryAfter = Math.ceil(((locked_until ?? now).getTime() - now.getTime()) / 1000)
  return new Problem(429, 'login.locked', { minutes: Math.min(lockMinutes, Math.ceil(retryAfter / 60)), retryAfter })
}

/** A password typed into the wrong field must not stand in the audit. */
const cut = (login: string): string => (login.length > 3 ? `${[...login].slice(0, 3).join('')}…` : login)

const mostNotes = 100

/** Whoever tries logins by the thousand must not fill the log with them: a hundred an hour tell as much. */
async function mayNote(tx: Db, now: Date): Promise<boolean> {
  const { rows } = await sql<{ notes: number }>`
    select count(*)::int as notes
    from (select type, at from events where topic_id = ${deskTopic} order by seq desc limit ${3 * mostNotes}) e
    where type = 'session.refused' and at > ${now}::timestamptz - interval '1 hour'`.execute(tx)
  return (rows[0]?.notes ?? 0) < mostNotes
}
