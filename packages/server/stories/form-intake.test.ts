import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'
import { type TestHttp, testHttp } from '../test/http.ts'
import { withFile } from '../test/multipart.ts'

/** 客户不登录就能提交问题:页面、附件、工单号;滥用被挡住,写下的东西不会丢。 */
let desk: TestDesk
let http: TestHttp
let category: Answer
beforeAll(async () => {
  desk = await testDesk()
  http = await testHttp(desk)
  const department = await desk.does('department.create', { name: '售后部' })
  const after = await desk.does('category.create', { name: '售后' })
  category = await desk.does('category.create', { name: '产品维修', parentId: after.id, departmentId: department.id })
})
afterAll(async () => {
  await http.app.close()
  await desk.close()
})

interface Asked {
  ip?: string
  headers?: Record<string, string>
}
let last = 0
const someIp = () => `198.51.100.${(last++ % 250) + 1}`

async function ask(url: string, payload?: object, { ip = someIp(), headers = {} }: Asked = {}) {
  const answer = await http.app.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/public/${url}`,
    remoteAddress: ip,
    headers,
    ...(payload && { payload }),
  })
  return { status: answer.statusCode, body: answer.json() as Answer, headers: answer.headers }
}

async function attach(token: string, name: string, bytes: Buffer | string, ip = someIp()) {
  const { payload, headers } = withFile(name, bytes)
  const answer = await http.app.inject({
    method: 'POST',
    url: '/api/public/form.upload',
    payload,
    headers: { ...headers, 'x-form-token': token },
    remoteAddress: ip,
  })
  return { status: answer.statusCode, body: answer.json() as Answer }
}

/** Opens the page and reads it for a while. */
async function visit(): Promise<string> {
  const { body } = await ask('form')
  desk.turn(5000)
  return body.token
}

const matter = (token: string, more: object = {}) => ({
  token,
  key: randomUUID(),
  name: '李女士',
  email: `li-${randomUUID()}@example.com`,
  subject: '洗衣机脱水异响',
  body: '脱水时声音很大',
  ...more,
})

test('the page learns what to ask', async () => {
  const { body, headers } = await ask('form')
  expect(body).toMatchObject({
    enabled: true,
    requestTypes: [{ key: 'inquiry', nameZh: '咨询' }, { key: 'complaint' }, { key: 'repair' }, { key: 'suggestion' }],
    categories: [
      { name: '售后', path: '售后', depth: 0 },
      { name: '产品维修', path: '售后-产品维修', depth: 1 },
    ],
  })
  expect(headers['cache-control']).toBe('no-store')
})

test('a matter becomes a ticket within a second, with its files', async () => {
  const token = await visit()
  const photo = await attach(token, '异响 视频.mp4', Buffer.from('\0\0\0\x18ftypisom', 'latin1'))
  expect(photo).toMatchObject({ status: 200, body: { name: '异响 视频.mp4', mediaType: 'video/mp4' } })
  const sent = matter(token, {
    email: 'Li.Mei@example.com',
    phone: '0138 0013 8000',
    category: category.id,
    requestType: 'repair',
    attachmentIds: [photo.body.id],
  })
  const started = performance.now()
  const { status, body } = await ask('form.submit', sent)
  expect(performance.now() - started).toBeLessThan(1000)
  expect(status).toBe(200)
  expect(body).toEqual({
    number: expect.stringMatching(/^G20261122\d{3,}$/),
    subject: '洗衣机脱水异响',
    answerBy: expect.any(String),
  })

  const ticket = await desk.asks('ticket.get', { number: body.number })
  expect(ticket).toMatchObject({
    channel: 'form',
    category: '售后-产品维修',
    department: { name: '售后部' },
    requestType: 'repair',
    status: 'new',
    customer: { name: '李女士', emails: ['li.mei@example.com'], phones: ['+8613800138000'] },
  })
  const { items } = await desk.asks('ticket.timeline', { id: ticket.id })
  expect(items[0]).toMatchObject({
    type: 'ticket.opened',
    actor: { kind: 'outside', name: '李女士' },
    message: {
      body: '脱水时声音很大',
      attachments: [{ name: '异响 视频.mp4' }],
      author: { kind: 'outside', id: ticket.customerId },
    },
  })

  const again = await ask('form.submit', sent)
  expect(again).toMatchObject({ status: 200, body: { number: body.number } })
})

test('pressed three times at once it is still one ticket', async () => {
  const token = await visit()
  const file = await attach(token, 'a.txt', '一')
  const sent = matter(token, { attachmentIds: [file.body.id] })
  const answers = await Promise.all([1, 2, 3].map(() => ask('form.submit', sent)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1)
})

test('ten different tickets at once are ten tickets', async () => {
  const token = await visit()
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      ask('form.submit', matter(token, { subject: `第 ${n}` }), { ip: '192.0.2.1' }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(10)
})

describe('errors stand at their field, in the customer’s language', () => {
  test.each([
    [{ name: ' ' }, 'name'],
    [{ name: '李\u202e女士' }, 'name'],
    [{ subject: '' }, 'subject'],
    [{ subject: 'x'.repeat(201) }, 'subject'],
    [{ body: '\n \n' }, 'body'],
    [{ body: 'a\0b' }, 'body'],
    [{ body: '\ud800' }, 'body'],
    [{ email: 'no address' }, 'email'],
    [{ email: 'a@b.example\r\nBcc: x@example.com' }, 'email'],
    [{ email: undefined }, 'email'],
    [{ email: undefined, phone: '12' }, 'phone'],
    [{ email: undefined, phone: '1380013800' }, 'phone'],
    [{ category: '没有' }, 'category'],
    [{ requestType: '没有' }, 'requestType'],
    [{ attachmentIds: ['0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff'] }, 'attachmentIds.0'],
    [{ attachmentIds: Array.from({ length: 6 }, () => randomUUID()) }, 'attachmentIds'],
    [{ key: 'x' }, 'key'],
    [{ urgency: 'critical' }, 'urgency'],
    [{ departmentId: randomUUID() }, 'departmentId'],
  ])('%j', async (more, path) => {
    const { status, body } = await ask('form.submit', matter(await visit(), more), {
      headers: { 'accept-language': 'en' },
    })
    expect(status).toBe(422)
    expect(new Set(body.fields.map((field: Answer) => field.path))).toEqual(new Set([path]))
    expect(body.fields[0].detail).toMatch(/^[A-Z].+/)
  })

  test('HTML and script are words like others', async () => {
    const body = '<script>alert(1)</script>\n<img src=x onerror=alert(1)>'
    const answer = await ask('form.submit', matter(await visit(), { subject: '<b>粗体</b>', body }))
    const { id } = await desk.asks('ticket.get', { number: answer.body.number })
    const { items } = await desk.asks('ticket.timeline', { id })
    expect(items[0].message).toMatchObject({ body, html: null })
  })

  test.each(['null', '[]', '"x"', '{"token":', ''])('a body of %j is no form', async payload => {
    const answer = await http.app.inject({
      method: 'POST',
      url: '/api/public/form.submit',
      payload,
      headers: { 'content-type': 'application/json' },
      remoteAddress: someIp(),
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
  })
})

describe('machines and strangers', () => {
  test('a forged, changed or old token opens nothing', async () => {
    const token = await visit()
    const [body = '', seal = ''] = token.split('.')
    const earlier = Buffer.from(JSON.stringify({ id: randomUUID(), openedAt: 0 })).toString('base64url')
    for (const forged of [
      '',
      'x',
      `${body}.`,
      `${body}.${seal.slice(2)}`,
      `${earlier}.${seal}`,
      `${body}.${seal}.${seal}`,
    ])
      expect(await ask('form.submit', matter(forged))).toMatchObject({ status: 403, body: { code: 'form.expired' } })
    expect((await attach('forged', 'a.txt', 'a')).status).toBe(403)
    desk.turn(25 * 3_600_000)
    expect(await ask('form.submit', matter(token))).toMatchObject({ status: 403, body: { code: 'form.expired' } })
  })

  test('a page that stood open for days gets a new token and keeps its files', async () => {
    const token = await visit()
    desk.turn(23.9 * 3_600_000)
    const file = await attach(token, 'late.txt', '晚了')
    desk.turn(3_600_000)
    const renewed = (await ask(`form?former=${encodeURIComponent(token)}`)).body.token
    desk.turn(5000)
    expect(await ask('form.submit', matter(renewed, { attachmentIds: [file.body.id] }))).toMatchObject({ status: 200 })
  })

  test('nobody takes the files of another page', async () => {
    const [mine, theirs] = [await visit(), await visit()]
    const file = await attach(mine, 'mine.txt', '我的')
    const taken = await ask('form.submit', matter(theirs, { attachmentIds: [file.body.id] }))
    expect(taken).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'attachmentIds.0', code: 'attachment.used' }] },
    })
    const read = await http.app.inject({ method: 'GET', url: `/api/v1/file/${file.body.id}` })
    expect(read.statusCode).toBe(401)
  })

  test('who fills in what nobody sees, or faster than anybody can, is a machine', async () => {
    expect(await ask('form.submit', matter(await visit(), { homepage: 'http://spam.example' }))).toMatchObject({
      status: 403,
      body: { code: 'form.refused' },
    })
    const { body } = await ask('form')
    const hasty = await ask('form.submit', matter(body.token))
    expect(hasty).toMatchObject({ status: 429, headers: { 'retry-after': '2' } })
  })

  test('too many from one address, or in one name, must wait, and are told how long', async () => {
    const token = await visit()
    const flood = await Promise.all(
      Array.from({ length: 70 }, () => ask('form.submit', matter(token), { ip: '192.0.2.66' })),
    )
    const refused = flood.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(10)
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused[0]?.body.detail).toContain('秒')
    expect((await ask('form.submit', matter(token), { ip: '192.0.2.67' })).status).toBe(200)
    const victim = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ask('form.submit', matter(token, { email: n % 2 ? 'victim@example.com' : 'VICTIM@example.com' })),
      ),
    )
    expect(victim.filter(({ status }) => status === 429)).toHaveLength(8)
    desk.turn(60_000)
    expect((await ask('form.submit', matter(token, { email: 'victim@example.com' }))).status).toBe(200)
  })

  test('too many files from one address must wait', async () => {
    const token = await visit()
    const flood = await Promise.all(Array.from({ length: 50 }, (_, n) => attach(token, `${n}.txt`, '一', '192.0.2.68')))
    expect(flood.filter(({ status }) => status === 429)).toHaveLength(10)
  })

  test('an IPv6 customer is one address, whichever of theirs they use', async () => {
    const token = await visit()
    const flood = await Promise.all(
      Array.from({ length: 61 }, (_, n) =>
        ask('form.submit', matter(token), { ip: `2001:db8:1:2::${n.toString(16)}` }),
      ),
    )
    expect(flood.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  test('files are at most 25 MB altogether', async () => {
    const token = await visit()
    const half = Buffer.alloc(13 * 1024 * 1024)
    const files = [await attach(token, '1.bin', half), await attach(token, '2.bin', half)]
    const answer = await ask('form.submit', matter(token, { attachmentIds: files.map(({ body }) => body.id) }))
    expect(answer).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'attachmentIds', code: 'attachment.tooMuch' }] },
    })
    expect((await attach(token, '3.bin', Buffer.alloc(25 * 1024 * 1024 + 1))).status).toBe(413)
  })

  test('another site cannot send it', async () => {
    const answer = await ask('form.submit', matter(await visit()), { headers: { origin: 'https://evil.example' } })
    expect(answer).toMatchObject({ status: 403, body: { code: 'origin' } })
  })

  test('the visitor may open a ticket and nothing else', async () => {
    const token = await visit()
    for (const verb of ['ticket.open', 'ticket.get', 'customer.find', 'file.upload']) {
      const answer = await http.app.inject({
        method: 'POST',
        url: `/api/v1/${verb}`,
        payload: {},
        headers: { authorization: `Bearer ${token}` },
      })
      expect(answer.statusCode).toBe(401)
    }
  })
})

test('a closed form says so', async () => {
  const token = await visit()
  await desk.does('settings.update', { formEnabled: false })
  expect((await ask('form')).body.enabled).toBe(false)
  expect(await ask('form.submit', matter(token))).toMatchObject({ status: 403, body: { code: 'form.closed' } })
  expect((await attach(token, 'a.txt', 'a')).status).toBe(403)
})
