import type { IncomingMessage } from 'node:http'
import { isRead, isVerb, reads, verbs } from '@baton/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, Locale } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { type AfterVerb, type Authenticate, sessionCookie } from '../../kernel/http.ts'
import { Problem } from '../../kernel/problems.ts'
import { attempts } from './attempts.ts'
import { outsideCaller } from './callers.ts'
import { recognise } from './recognise.ts'
import { mostDays } from './rows.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Gives back what an attempt to sign in has cost, once it was no guess. */
    forgive?: (() => void) | undefined
  }
}

/** Who calls over HTTP. A stale token is a 401, except where nobody need be signed in: to sign in, above all. */
export function authenticate(desk: Desk): Authenticate {
  const limits = attempts(desk.clock)
  return async (request, locale) => {
    const whence = { ip: request.ip, userAgent: agentOf(request.headers['user-agent']), locale }
    const { name } = request.params as { name?: string }
    const token = tokenOf(request.headers.authorization, request.cookies[sessionCookie])
    const known = token === undefined ? undefined : await recognise(desk, token, whence)
    if (token !== undefined && !known && !isForAnyone(name)) throw new Problem(401, 'session.invalid')
    const guess = (verb: string) => {
      request.forgive = limits.spend(verb, request.ip)
    }
    return { ...(known ?? outsideCaller(desk, whence)), guess }
  }
}

/** Who is behind a socket's handshake; throws when nobody is, any more. */
export const identify =
  (desk: Desk) =>
  async (request: IncomingMessage): Promise<Caller> => {
    const { authorization, cookie: cookies, 'user-agent': userAgent } = request.headers
    const token = tokenOf(authorization, cookieIn(cookies))
    const locale: Locale = desk.config.locale
    const whence = { ip: request.socket.remoteAddress ?? '', userAgent: agentOf(userAgent), locale }
    const caller = token === undefined ? undefined : await recognise(desk, token, whence)
    if (!caller) throw new Problem(401, 'session.invalid')
    return caller
  }

/** What a session verb means for the browser: its cookie comes and goes with the session. */
export const afterVerb: AfterVerb = (request, reply, verb, answer) => {
  if (verb === 'session.open' || verb === 'session.firstRun') {
    request.forgive?.()
    if (typeof answer.token === 'string' && isBrowser(request)) keep(request, reply, answer.token)
  }
  if (verb === 'session.close' && answer.current === true) reply.clearCookie(sessionCookie, cookieOf(request))
}

function keep(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie, token, { ...cookieOf(request), maxAge: mostDays * 86_400 })
}

const cookieOf = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const

/** Programs send neither, and keep the token of the answer themselves. */
const isBrowser = ({ headers }: FastifyRequest): boolean =>
  headers.origin !== undefined || headers['sec-fetch-site'] !== undefined

const cookieIn = (header: string | undefined): string | undefined =>
  header
    ?.split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1)

/** Whoever sends a token in the header means that one, and no cookie that comes along. */
function tokenOf(authorization: string | undefined, cookied: string | undefined): string | undefined {
  if (authorization === undefined) return cookied || undefined
  return /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1] ?? ''
}

function isForAnyone(name: string | undefined): boolean {
  if (name === undefined) return false
  return (isVerb(name) && verbs[name].access === 'anyone') || (isRead(name) && reads[name].access === 'anyone')
}

const agentOf = (header: string | undefined): string => (header ?? '').slice(0, 300)
