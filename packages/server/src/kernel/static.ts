import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Nothing but our own scripts; styles may be inline, since the component library writes them; pictures may come from mail. */
export const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export interface Pages {
  /** The built folder. */
  folder: string
  /** Where its files are, `/`. */
  prefix: string
  /** The paths that the page itself routes: each answers with its index. */
  routes: readonly string[]
}

/** Serves a built web app: hashed assets for ever, the page itself always fresh. */
export async function addPages(app: FastifyInstance, { folder, prefix, routes }: Pages): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) {
    app.log.warn(`${folder} is not built, so its pages are missing`)
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix,
    decorateReply: false,
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, file) {
      const hashed = file.includes(`${path.sep}assets${path.sep}`)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  await addPage(app, { folder, file: 'index.html', routes })
}

export interface Page {
  /** The built folder. */
  folder: string
  file: string
  /** The paths at which it answers. */
  routes: readonly string[]
}

/** Serves one more page of a built web app whose assets are served already. */
export async function addPage(app: FastifyInstance, { folder, file, routes }: Page): Promise<void> {
  const place = path.join(folder, file)
  if (!existsSync(place)) return app.log.warn(`${place} is not built, so its pages are missing`)
  const page = await readFile(place, 'utf8')
  const send = (reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-cache' })
      .send(page)
  for (const route of routes) app.get(route, (_request, reply) => send(reply))
}
