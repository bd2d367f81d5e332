import { isRead, isVerb, reads, verbs } from '@baton/contract'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'
import { type TestHttp, testHttp } from '../../../test/http.ts'
import { openapi } from './document.ts'
import { notes } from './notes.ts'

interface Json {
  [key: string]: Json
}
const documents = { 'zh-CN': openapi('zh-CN') as unknown as Json, en: openapi('en') as unknown as Json }

describe.each(['zh-CN', 'en'] as const)('the document in %s', locale => {
  const document = documents[locale]

  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>)
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
  })

  test('has every verb and read, each with a summary, and nothing that is none', () => {
    const paths = Object.keys(document.paths as Json)
    for (const name of [...Object.keys(verbs), ...Object.keys(reads)]) {
      expect(paths).toContain(`/api/v1/${name}`)
      const post = document.paths?.[`/api/v1/${name}`]?.post as Json
      expect(post.summary, name).not.toBe(name)
      expect(String(post.description).length).toBeGreaterThan(4)
    }
    const mine = paths.filter(path => path.startsWith('/api/v1/')).map(path => path.slice('/api/v1/'.length))
    const others = mine.filter(name => !isVerb(name) && !isRead(name))
    expect(others.sort()).toEqual(['figures.xlsx', 'file.upload', 'file/{id}'])
  })

  test('points nowhere that is not there', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer = '']) =>
      pointer.split('/'),
    )
    expect(pointers.length).toBeGreaterThan(100)
    for (const pointer of pointers) {
      const target = pointer.reduce<Json | undefined>((at, part) => at?.[part], document)
      expect(target, pointer.join('/')).toBeDefined()
    }
  })

  test('tells each operation once', () => {
    const ids = Object.values(document.paths as Json).flatMap(path =>
      Object.values(path).map(operation => String(operation.operationId)),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('both languages describe the same API', () => {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare)
    if (typeof value !== 'object' || value === null) return value
    const told = ['description', 'summary', 'x-displayName']
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !told.includes(key))
        .map(([key, inner]) => [key, bare(inner)]),
    )
  }
  expect(bare(documents.en)).toEqual(bare(documents['zh-CN']))
})

test('notes are about what there is', () => {
  expect(Object.keys(notes).filter(name => !isVerb(name) && !isRead(name))).toEqual([])
})

describe('what the desk answers', () => {
  let desk: TestDesk
  let http: TestHttp
  beforeAll(async () => {
    desk = await testDesk()
    http = await testHttp(desk)
  })
  afterAll(async () => {
    await http.app.close()
    await desk.close()
  })

  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(documents.en as unknown as object, 'api')
  const check = (pointer: string, value: unknown): void => {
    const fits = ajv.compile({ $ref: `api#/${pointer}` })
    expect(fits(value) ? [] : fits.errors, pointer).toEqual([])
  }

  test('is what the document says', async () => {
    const token = await http.administrator()
    const ask = async (name: string, body: object) => {
      const { status, body: answer } = await http.post(name, body, { token })
      expect(status, `${name} ${JSON.stringify(answer)}`).toBe(200)
      return answer
    }
    const answerTo = async (name: string, body: object = {}) => {
      const answer = await ask(name, body)
      check(`paths/~1api~1v1~1${name}/post/responses/200/content/application~1json/schema`, answer)
      check(`paths/~1api~1v1~1${name}/post/requestBody/content/application~1json/schema`, body)
      return answer
    }
    const department = await answerTo('department.create', { name: '售后部' })
    const category = await answerTo('category.create', { name: '维修', departmentId: department.id })
    const requester = { name: '李雷', phone: '13800138000', email: 'lilei@example.com' }
    const ticket = await answerTo('ticket.open', { subject: '坏了', body: '不转', requester, category: '维修' })
    await answerTo('ticket.reply', { ticketId: ticket.id, body: '您好' })
    await answerTo('ticket.get', { id: ticket.id })
    await answerTo('ticket.list', { where: { field: 'categoryId', op: 'is', value: category.id } })
    await answerTo('ticket.timeline', { id: ticket.id })
    await answerTo('ticket.handovers', { id: ticket.id })
    await answerTo('customer.get', { id: ticket.customerId })
    await answerTo('customer.find', { text: '李' })
    await answerTo('customer.timeline', { customerId: ticket.customerId })
    await answerTo('agent.create', { employeeNo: 'CS001', name: '王芳' })
    const days = { from: '2026-11-01', to: '2026-11-30' }
    await answerTo('figures.summary', { ...days, by: 'department', compare: 'previous' })
    await answerTo('figures.series', { ...days, unit: 'week' })
    await desk.drained()
    await answerTo('figures.facts', { ...days, figure: 'created' })
    await answerTo('figures.export', days)
    for (const name of [
      'customer.list',
      'category.list',
      'requestType.list',
      'mailbox.list',
      'department.list',
      'role.list',
      'agent.list',
      'view.list',
      'session.list',
      'apiKey.list',
      'audit.list',
      'delivery.list',
      'draft.list',
    ])
      await answerTo(name)
    for (const name of ['session.me', 'settings.get', 'health.get', 'session.welcome']) await answerTo(name)
    const wrong = await http.post('ticket.open', { subject: '' }, { token })
    check('components/schemas/Problem', wrong.body)
  })

  test('is described at its address, in the language asked for', async () => {
    const get = async (url: string, language?: string) =>
      (
        await http.app.inject({ method: 'GET', url, headers: { ...(language && { 'accept-language': language }) } })
      ).json()
    expect(await get('/api/v1/openapi.json')).toEqual(documents['zh-CN'])
    expect(await get('/api/v1/openapi.json', 'en-GB')).toEqual(documents.en)
    expect(await get('/api/v1/openapi.json?lang=en')).toEqual(documents.en)
    expect(await get('/api/v1/openapi.json?lang=zh-CN', 'en')).toEqual(documents['zh-CN'])
  })
})
