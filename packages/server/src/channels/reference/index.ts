import path from 'node:path'
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
    const documents = new Map<Locale, string>()
    const documentIn = (locale: Locale): string => {
      const known = documents.get(locale) ?? JSON.stringify(openapi(locale))
      documents.set(locale, known)
      return known
    }
    app.get('/api/v1/openapi.json', (request, reply) => {
      const { lang } = request.query as { lang?: string }
      const locale = lang === undefined ? localeOf(request, desk) : lang.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
      reply.type('application/json; charset=utf-8').headers({ 'cache-control': 'no-cache', vary: 'accept-language' })
      return reply.send(documentIn(locale))
    })
    await addPage(app, { folder: portalFolder, file: 'reference.html', routes: ['/api/docs'] })
  },
})
