import { records } from '@baton/contract'
import type { Locale } from '../../kernel/caller.ts'
import { conditionSchema } from './conditions.ts'
import { introduction } from './introduction.ts'
import { operations } from './operations.ts'
import { otherPaths } from './other-paths.ts'
import { problemResponses, problemSchemas } from './problems.ts'
import { componentOf, type Schema, schemaOf } from './schemas.ts'
import { tags } from './tags.ts'

export const apiVersion = '1'

/** The whole API as OpenAPI 3.1, made from the contract: what is not in the contract cannot be called, and the other way round. */
export function openapi(locale: Locale): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Baton 接力 API',
      version: apiVersion,
      description: introduction[locale],
    },
    servers: [{ url: '/', description: locale === 'en' ? 'This desk' : '本服务' }],
    tags: tags(locale),
    security: [{ bearer: [] }, { cookie: [] }],
    paths: { ...operations(locale), ...otherPaths(locale) },
    components: {
      schemas: { Condition: conditionSchema(locale), ...problemSchemas(locale), ...recordSchemas(locale) },
      responses: problemResponses(locale),
      parameters: parameters(locale),
      securitySchemes: securitySchemes(locale),
    },
  }
}

function recordSchemas(locale: Locale): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(records).map(([name, shape]) => [componentOf(name), schemaOf(shape, 'output', locale)]),
  )
}

const parameters = (locale: Locale) => ({
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
    description:
      locale === 'en'
        ? 'The same key and body answer the same result once done, kept for 48 hours; the same key with another body is a 422.'
        : '同一个键和同样的内容只执行一次，之后返回同样的结果，保留 48 小时；同一个键用于不同的内容返回 422。',
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    schema: { type: 'string', examples: ['zh-CN', 'en'] },
    description: locale === 'en' ? 'The language of `detail` in problems and of sentences.' : '错误说明与句子的语言。',
  },
})

const securitySchemes = (locale: Locale) => ({
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description:
      locale === 'en'
        ? 'The `token` that `session.open` or `apiKey.create` answers with.'
        : '`session.open` 或 `apiKey.create` 返回的 `token`。',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'baton_session',
    description:
      locale === 'en'
        ? 'The browser’s session; a POST must come from our own pages.'
        : '浏览器会话；POST 必须来自本站页面。',
  },
})
