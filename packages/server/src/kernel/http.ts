import { randomUUID } from 'node:crypto'
import { isRead, isVerb } from '@baton/contract'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Caller, Locale } from './caller.ts'
import type { Desk } from './desk.ts'
import { hangUp } from './hang-up.ts'
import { readJson } from './json.ts'
import { problemBody } from './problem-body.ts'
import { Problem } from './problems.ts'
import type { Row } from './steps.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
  interface FastifyInstance {
    /** Who calls a route of a channel's own, refused when another site sent them. */
    callerOf(request: FastifyRequest): Promise<Caller>
  }
}

/** Finds out who calls, from a bearer token or the session cookie; an unknown token is a 401, none is an outside caller. */
export type Authenticate = (request: FastifyRequest, locale: Locale) => Promise<Caller>
/** What a session verb's answer means for the browser's cookie. */
export type AfterVerb = (request: FastifyRequest, reply: FastifyReply, verb: string, answer: Row) => void

export interface Door {
  authenticate: Authenticate
  afterVerb: AfterVerb
}

const bodyLimit = 2 * 1024 * 1024
export const sessionCookie = 'baton_session'

/** The HTTP face: every verb and read at POST /api/v1/<name>; problems as RFC 9457. Channels add their own routes. */
export async function createHttp(desk: Desk, door: Door): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    genReqId: () => randomUUID(),
    loggerInstance: desk.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void sendProblem(desk, error, request as never, reply as never),
    clientErrorHandler: (error, socket) => hangUp(error, socket, desk.config.locale),
  }) as unknown as FastifyInstance
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    readJson(body),
  )
  await app.register(cookie)
  await app.register(multipart, { limits: { files: 1, fields: 10 } })
  cutLinesAfterGrace(app)
  app.setErrorHandler((error, request, reply) => sendProblem(desk, error, request, reply))
  app.setNotFoundHandler((request, reply) => sendProblem(desk, new Problem(404, 'not_found'), request, reply))
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY' })
  })

  const callerOf = async (request: FastifyRequest): Promise<Caller> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') mayCross(request)
    request.caller = await door.authenticate(request, localeOf(request, desk))
    return request.caller
  }
  app.decorate('callerOf', callerOf)

  // Pages answer any other path.
  app.get('/api/*', () => {
    throw new Problem(404, 'not_found')
  })
  app.post('/api/v1/:name', async (request, reply) => {
    const { name } = request.params as { name: string }
    await callerOf(request)
    const sent = bodyOf(request)
    reply.header('cache-control', 'no-store')
    if (isRead(name)) return desk.ask(name, sent, request.caller)
    if (!isVerb(name)) throw new Problem(404, 'not_found')
    const idempotencyKey = keyOf(request)
    const answer = await desk.perform(name, sent, {
      caller: request.caller,
      requestId: String(request.id),
      ...(idempotencyKey && { idempotencyKey }),
    })
    door.afterVerb(request, reply, name, answer)
    return answer
  })
  return app
}

/** Only JSON objects; a browser form cannot send one, so no other site can make a visitor's browser do a verb. */
function bodyOf(request: FastifyRequest): Row {
  if (request.isMultipart()) throw new Problem(415, 'media_type')
  return (request.body as Row | undefined) ?? {}
}

/** Cookies travel by themselves, so a POST that carries one must come from our own pages. */
export function mayCross(request: FastifyRequest): void {
  const { origin, host } = request.headers
  if (!origin || request.headers.authorization) return
  // `null` is the origin of a page that hides where it is from.
  const from = URL.parse(origin)?.host
  if (!from || (from !== host && from !== request.headers['x-forwarded-host'])) throw new Problem(403, 'origin')
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || key.length === 0 || key.length > 255 || /[^\x20-\x7e]/.test(key))
    throw new Problem(422, 'invalid', {}, [{ path: 'Idempotency-Key', code: 'format' }])
  return key
}

/** The caller's language: what the request prefers among the two that Baton speaks, else the desk's. */
export function localeOf(request: FastifyRequest, desk: Desk): Locale {
  const wanted = request.headers['accept-language']?.split(',') ?? []
  for (const entry of wanted) {
    const language = entry.trim().toLowerCase()
    if (language.startsWith('zh')) return 'zh-CN'
    if (language.startsWith('en')) return 'en'
  }
  return desk.config.locale
}

export function sendProblem(desk: Desk, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = asProblem(error)
  if (problem.status >= 500) desk.log.error({ err: error, requestId: request.id }, 'a request failed')
  const locale = request.caller?.locale ?? localeOf(request, desk)
  if (typeof problem.params.retryAfter === 'number') reply.header('retry-after', String(problem.params.retryAfter))
  // A cookie that opens nothing any more would only be sent again and again.
  if (problem.code === 'session.invalid') reply.clearCookie(sessionCookie, { path: '/' })
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problemBody(problem, locale, String(request.id)))
}

/** What Fastify and its parsers throw, in the house's own words; anything unknown is a 500 without a story. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413) return new Problem(413, 'too_large')
  if (statusCode === 415) return new Problem(415, 'media_type')
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || statusCode === 400) return new Problem(400, 'malformed')
  if (statusCode && statusCode < 500) return new Problem(statusCode, 'malformed')
  return new Problem(500, 'internal')
}

const graceMs = 3000

/**
 * Node waits for a line that has not said anything yet as for one being answered, a minute and more, and browsers open
 * such lines in advance: what is still open some time after the end began is cut.
 */
function cutLinesAfterGrace(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const cutting = setTimeout(() => app.server.closeAllConnections(), graceMs)
    app.server.once('close', () => clearTimeout(cutting))
  })
}
