import type { Locale } from '../../kernel/caller.ts'
import { refusals } from './problems.ts'
import type { Schema } from './schemas.ts'

/** Where providers of text messages push to; their own formats are theirs, that of a gateway is ours. */
export function callbackPaths(locale: Locale): Record<string, Schema> {
  const en = locale === 'en'
  const text = { type: 'string' }
  const one = (properties: Record<string, Schema>, required: string[]) => {
    const item = { type: 'object', properties, required }
    return { anyOf: [item, { type: 'array', items: item, maxItems: 1000 }] }
  }
  const time = { type: 'string', format: 'date-time' }
  const receipt = one({ id: text, providerId: text, arrived: { type: 'boolean' }, why: text, at: time }, ['arrived'])
  const message = one({ id: text, phone: text, text, at: time }, ['phone', 'text'])
  const path = (operationId: string, summary: string, description: string, schema: Schema) => ({
    post: {
      operationId,
      tags: ['smsAccount'],
      summary,
      description: `${description} ${
        en
          ? 'The address is its own proof; Alibaba Cloud and Tencent Cloud push in their own formats and hear what they expect.'
          : '地址本身就是凭证；阿里云、腾讯云按各自的格式推送，并得到各自期待的应答。'
      }`,
      parameters: ['id', 'seal'].map(name => ({ name, in: 'path', required: true, schema: text })),
      requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: {
        200: { description: en ? 'Taken' : '已接收', content: { 'application/json': { schema: { type: 'object' } } } },
        ...refusals('Malformed', 'NotFound', 'TooLarge'),
      },
      security: [],
      'x-kind': 'route',
    },
  })
  return {
    '/api/public/sms/{id}/{seal}/report': path(
      'sms.report',
      en ? 'Report what became of text messages' : '推送短信的状态报告',
      en
        ? '`id` is what we called the message, `providerId` what the gateway did.'
        : '`id` 是我方的消息编号，`providerId` 是网关的编号。',
      receipt,
    ),
    '/api/public/sms/{id}/{seal}/reply': path(
      'sms.reply',
      en ? 'Push what customers have written' : '推送客户回复的短信',
      en ? 'The same `id` is one message, however often it is pushed.' : '同一个 `id` 无论推送几次都是一条消息。',
      message,
    ),
  }
}
