import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Locale } from '../../kernel/caller.ts'
import { localeOf } from '../../kernel/http.ts'
import { module } from '../../kernel/module.ts'
import { addPage } from '../../kernel/static.ts'
import { openapi } from './document.ts'

export { openapi } from './document.ts'
export { statesTable } from './states.ts'

const portalFolder = path.resolve(import.meta.dirname, '../../../../portal/dist')

/** The API described: OpenAPI at /api/v1/openapi.json, and a page to browse it at /api/docs. */
export const reference = module({
  name: 'reference',
  async routes(app, desk) {
    const documents = new Map<Locale, { plain: string; gzip: Buffer }>()
    const documentIn = (locale: Locale) => {
      const known = documents.get(locale)
      if (known) return known
      const plain = JSON.stringify(openapi(locale))
      const made = { plain, gzip: gzipSync(plain) }
      documents.set(locale, made)
      return made
    }
    app.get('/api/v1/openapi.json', (request, reply) => {
      const { lang } = request.query as { lang?: string }
      const locale =
        lang === undefined ? localeOf(request, desk) : String(lang).toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
      const { plain, gzip } = documentIn(locale)
      reply.type('application/json; charset=utf-8')
      reply.headers({ 'cache-control': 'no-cache', vary: 'accept-language, accept-encoding' })
      const isSmall = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
      return isSmall ? reply.header('content-encoding', 'gzip').send(gzip) : reply.send(plain)
    })
    await addPage(app, { folder: portalFolder, file: 'reference.html', routes: ['/api/docs'] })
  },
})
