import type { ReadShape, VerbShape } from '@baton/contract'
import type { Locale } from '../../kernel/caller.ts'
import type { Schema } from './schemas.ts'

const responses: Record<string, Record<Locale, string>> = {
  Malformed: { 'zh-CN': '请求不是有效的 JSON 对象', en: 'The request is not a valid JSON object' },
  Unauthenticated: { 'zh-CN': '没有登录，或令牌无效', en: 'Not signed in, or the token is not valid' },
  Forbidden: { 'zh-CN': '没有权限', en: 'Not granted' },
  NotFound: { 'zh-CN': '没有找到；无权查看的也是如此', en: 'Not found; also what one may not see' },
  Refused: {
    'zh-CN': '当前状态不允许，或版本已变（`conflict`，带当前 `version`）',
    en: 'Refused by the state of things, or the version has moved on (`conflict`, with the present `version`)',
  },
  TooLarge: { 'zh-CN': '内容过大', en: 'Too large' },
  MediaType: { 'zh-CN': '不支持的内容类型', en: 'Unsupported media type' },
  Invalid: { 'zh-CN': '填写的内容有误，逐项列在 `fields`', en: 'Invalid input; each field is named in `fields`' },
  TooMany: { 'zh-CN': '操作太频繁，见 `Retry-After`', en: 'Too many requests; see `Retry-After`' },
}

const codes: Record<string, string> = {
  Malformed: '400',
  Unauthenticated: '401',
  Forbidden: '403',
  NotFound: '404',
  Refused: '409',
  TooLarge: '413',
  MediaType: '415',
  Invalid: '422',
  TooMany: '429',
}

export const problemResponses = (locale: Locale): Record<string, Schema> =>
  Object.fromEntries(
    Object.entries(responses).map(([name, text]) => [
      name,
      {
        description: text[locale],
        ...(name === 'TooMany' && {
          headers: {
            'Retry-After': {
              schema: { type: 'integer' },
              description: locale === 'en' ? 'Seconds' : '秒',
            },
          },
        }),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )

/** What a call may be refused with. */
export function refusedBy({ access, kind }: Pick<VerbShape | ReadShape, 'access' | 'kind'>): Record<string, Schema> {
  const names = ['Malformed', 'NotFound', 'TooLarge', 'MediaType', 'Invalid', 'TooMany']
  if (access !== 'anyone') names.push('Unauthenticated', 'Forbidden')
  if (kind === 'verb') names.push('Refused')
  return refusals(...names)
}

export const refusals = (...names: string[]): Record<string, Schema> =>
  Object.fromEntries(
    names
      .map(name => [codes[name], { $ref: `#/components/responses/${name}` }])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )

export const problemSchemas = (locale: Locale): Record<string, Schema> => ({
  Problem: {
    type: 'object',
    description:
      locale === 'en'
        ? 'RFC 9457. `code` is stable, `detail` is for people.'
        : 'RFC 9457。`code` 稳定不变，`detail` 给人看。',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', examples: ['ticket.stale'] },
      detail: { type: 'string' },
      instance: {
        type: 'string',
        description: locale === 'en' ? 'The request’s id, as in the log' : '请求编号，与日志一致',
      },
      retryAfter: { type: 'integer' },
      version: { type: 'integer' },
      fields: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
    },
    required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  },
  FieldProblem: {
    type: 'object',
    properties: {
      path: { type: 'string', examples: ['requester.email'] },
      code: { type: 'string' },
      detail: { type: 'string' },
    },
    required: ['path', 'code', 'detail'],
  },
})
