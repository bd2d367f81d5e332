import { fieldSpec, form, formInput, formLimits } from '@baton/contract'
import type { Locale } from '../../kernel/caller.ts'
import { callbackPaths } from './callback-paths.ts'
import { refusals } from './problems.ts'
import { type Schema, schemaOf } from './schemas.ts'

/** What is not a verb or a read: files, the public form, and what operators watch. */
export function otherPaths(locale: Locale): Record<string, Schema> {
  const en = locale === 'en'
  const json = (schema: Schema, description: string) => ({ description, content: { 'application/json': { schema } } })
  const oneFile = {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
          required: ['file'],
        },
      },
    },
  }
  const file = json({ $ref: '#/components/schemas/File' }, en ? 'The file' : '文件')
  return {
    '/api/v1/file.upload': {
      post: {
        operationId: 'file.upload',
        tags: ['file'],
        summary: en ? 'Upload a file' : '上传文件',
        description: en
          ? 'One file, at most 25 MB. Its type is found out from its bytes. Only its uploader can attach it, once; what is not attached is forgotten after 24 hours.'
          : '一次一个文件，最大 25 MB，类型由内容判断。只能由上传者使用一次；24 小时内没有使用则删除。',
        requestBody: oneFile,
        responses: {
          200: file,
          ...refusals('Malformed', 'Unauthenticated', 'Forbidden', 'TooLarge', 'MediaType', 'Invalid'),
        },
        'x-kind': 'route',
      },
    },
    '/api/v1/file/{id}': {
      get: {
        operationId: 'file.download',
        tags: ['file'],
        summary: en ? 'Download a file' : '下载文件',
        description: en
          ? 'For whoever may see the ticket that it belongs to. Always something to save; `inline=1` shows PNG, JPEG, GIF and WebP pictures in place.'
          : '有权查看所属工单的人可以下载。总是作为附件；`inline=1` 可直接显示 PNG、JPEG、GIF、WebP 图片。',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          { name: 'inline', in: 'query', schema: { type: 'string', enum: ['1'] } },
        ],
        responses: {
          200: {
            description: en ? 'The bytes' : '文件内容',
            content: { '*/*': { schema: { contentMediaType: 'application/octet-stream' } } },
          },
          206: { description: en ? 'The stretch that `Range` asked for' : '`Range` 请求的一段' },
          304: { description: en ? 'Unchanged' : '没有变化' },
          416: { description: en ? 'Nothing is there' : '请求的范围不存在' },
          ...refusals('Unauthenticated', 'NotFound'),
        },
        'x-kind': 'route',
      },
    },
    ...workbookPath(en),
    ...formPaths(locale, oneFile, file),
    ...callbackPaths(locale),
    ...healthPaths(en),
  }
}

function workbookPath(en: boolean): Record<string, Schema> {
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return {
    '/api/v1/figures.xlsx': {
      get: {
        operationId: 'figures.download',
        tags: ['figures'],
        summary: en ? 'Download statistics' : '下载统计',
        description: en
          ? 'The workbook at the address that `figures.export` answers with; who asks needs the same grant.'
          : '`figures.export` 返回的地址上的工作簿；下载者需要同样的权限。',
        parameters: [{ name: 'ask', in: 'query', required: true, schema: { type: 'string' } }],
        responses: {
          200: {
            description: en ? 'The workbook' : '工作簿',
            content: { [xlsx]: { schema: { contentMediaType: xlsx } } },
          },
          ...refusals('Unauthenticated', 'Forbidden', 'Invalid'),
        },
        'x-kind': 'route',
      },
    },
  }
}

function formPaths(locale: Locale, oneFile: Schema, file: Schema): Record<string, Schema> {
  const en = locale === 'en'
  const text = { type: 'string' }
  const maybe = { type: ['string', 'null'] }
  const welcome = {
    type: 'object',
    properties: {
      enabled: { type: 'boolean' },
      deskName: text,
      token: text,
      requestTypes: { type: 'array', items: { type: 'object', properties: { key: text, nameZh: text, nameEn: text } } },
      categories: {
        type: 'array',
        items: {
          type: 'object',
          properties: { id: text, name: text, path: text, depth: { type: 'integer' }, templateId: maybe },
        },
      },
      templates: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: text,
            name: text,
            nameEn: maybe,
            description: maybe,
            form: schemaOf(form, 'output', locale),
            opens: { type: 'object', properties: { requestType: text, categoryId: text } },
          },
        },
      },
      templateId: maybe,
      fields: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            key: text,
            name: text,
            nameEn: maybe,
            help: maybe,
            spec: schemaOf(fieldSpec, 'output', locale),
            default: {},
          },
        },
      },
      zone: text,
    },
    required: [
      'enabled',
      'deskName',
      'token',
      'requestTypes',
      'categories',
      'templates',
      'templateId',
      'fields',
      'zone',
    ],
  }
  const answer = {
    type: 'object',
    properties: { number: text, subject: text, answerBy: { type: ['string', 'null'], format: 'date-time' } },
    required: ['number', 'subject', 'answerBy'],
  }
  const json = (schema: Schema, description: string) => ({ description, content: { 'application/json': { schema } } })
  const common = { tags: ['form'], security: [], 'x-kind': 'route' }
  return {
    '/api/public/form': {
      get: {
        operationId: 'form.welcome',
        summary: en ? 'What the form asks' : '表单的内容',
        description: en
          ? 'The token says that the page was opened; it lasts a day. Of the templates only what customers are asked is there.'
          : '令牌表明打开过页面，一天内有效。模板只包含向客户展示的内容。',
        parameters: [
          {
            name: 'former',
            in: 'query',
            schema: text,
            description: en ? 'The token of a page that stood open too long' : '打开太久的页面的令牌',
          },
        ],
        responses: { 200: json(welcome, en ? 'The form' : '表单') },
        ...common,
      },
    },
    '/api/public/form.upload': {
      post: {
        operationId: 'form.upload',
        summary: en ? 'Upload a file to the form' : '为表单上传附件',
        parameters: [{ name: 'X-Form-Token', in: 'header', required: true, schema: text }],
        requestBody: oneFile,
        responses: { 200: file, ...refusals('Malformed', 'Forbidden', 'TooLarge', 'MediaType', 'Invalid', 'TooMany') },
        ...common,
      },
    },
    '/api/public/form.submit': {
      post: {
        operationId: 'form.submit',
        summary: en ? 'Submit the form' : '提交表单',
        description: en
          ? `Opens a ticket and answers with its number. The same \`key\` is one ticket, however often it is sent. At most ${formLimits.files} files.`
          : `新建工单并返回编号。同一个 \`key\` 无论提交几次都是一张工单。最多 ${formLimits.files} 个附件。`,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemaOf(formInput, 'input', locale) } },
        },
        responses: {
          200: json(answer, en ? 'It has arrived' : '已收到'),
          ...refusals('Malformed', 'Forbidden', 'Invalid', 'TooMany'),
        },
        ...common,
      },
    },
  }
}

function healthPaths(en: boolean): Record<string, Schema> {
  const check = (operationId: string, summary: string) => ({
    get: {
      operationId,
      tags: ['health'],
      summary,
      security: [],
      responses: {
        200: {
          description: 'OK',
          content: { 'application/json': { schema: { type: 'object', properties: { status: { type: 'string' } } } } },
        },
        ...(operationId === 'readyz' && { 503: { description: en ? 'Not ready' : '尚未就绪' } }),
      },
      'x-kind': 'route',
    },
  })
  return {
    '/healthz': check('healthz', en ? 'Alive' : '存活'),
    '/readyz': check('readyz', en ? 'Ready: the database answers and is migrated' : '就绪：数据库可用且已迁移'),
    '/metrics': {
      get: {
        operationId: 'metrics',
        tags: ['health'],
        summary: en ? 'Numbers for Prometheus' : 'Prometheus 指标',
        security: [],
        responses: { 200: { description: 'OK', content: { 'text/plain': { schema: { type: 'string' } } } } },
        'x-kind': 'route',
      },
    },
  }
}
