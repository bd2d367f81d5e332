import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'
import { matter, type TestForm, testForm } from '../test/form.ts'

/** 客户不登录就能提交问题:页面、附件、工单号;写错了说在哪里。 */
let desk: TestDesk
let form: TestForm
let category: Answer
beforeAll(async () => {
  desk = await testDesk()
  form = await testForm(desk)
  const department = await desk.does('department.create', { name: '售后部' })
  const after = await desk.does('category.create', { name: '售后' })
  category = await desk.does('category.create', { name: '产品维修', parentId: after.id, departmentId: department.id })
})
afterAll(async () => {
  await form.app.close()
  await desk.close()
})

test('the page learns what to ask', async () => {
  const { body, headers } = await form.ask('form')
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
  const token = await form.visit()
  const photo = await form.attach(token, '异响 视频.mp4', Buffer.from('\0\0\0\x18ftypisom', 'latin1'))
  expect(photo).toMatchObject({ status: 200, body: { name: '异响 视频.mp4', mediaType: 'video/mp4' } })
  const sent = matter(token, {
    email: 'Li.Mei@example.com',
    phone: '0138 0013 8000',
    category: category.id,
    requestType: 'repair',
    attachmentIds: [photo.body.id],
  })
  const started = performance.now()
  const { status, body } = await form.ask('form.submit', sent)
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

  const again = await form.ask('form.submit', sent)
  expect(again).toMatchObject({ status: 200, body: { number: body.number } })
})

test('pressed three times at once it is still one ticket', async () => {
  const token = await form.visit()
  const file = await form.attach(token, 'a.txt', '一')
  const sent = matter(token, { attachmentIds: [file.body.id] })
  const answers = await Promise.all([1, 2, 3].map(() => form.ask('form.submit', sent)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1)
})

test('ten different tickets at once are ten tickets', async () => {
  const token = await form.visit()
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      form.ask('form.submit', matter(token, { subject: `第 ${n}` }), { ip: '192.0.2.1' }),
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
    const { status, body } = await form.ask('form.submit', matter(await form.visit(), more), {
      headers: { 'accept-language': 'en' },
    })
    expect(status).toBe(422)
    expect(new Set(body.fields.map((field: Answer) => field.path))).toEqual(new Set([path]))
    expect(body.fields[0].detail).toMatch(/^[A-Z].+/)
  })

  test('HTML and script are words like others', async () => {
    const body = '<script>alert(1)</script>\n<img src=x onerror=alert(1)>'
    const answer = await form.ask('form.submit', matter(await form.visit(), { subject: '<b>粗体</b>', body }))
    const { id } = await desk.asks('ticket.get', { number: answer.body.number })
    const { items } = await desk.asks('ticket.timeline', { id })
    // What becomes of the acknowledgement is told whenever it comes about.
    const opened = items.find(({ type }: Answer) => type === 'ticket.opened')
    expect(opened.message).toMatchObject({ body, html: null })
  })

  test.each(['null', '[]', '"x"', '{"token":', ''])('a body of %j is no form', async payload => {
    const answer = await form.app.inject({
      method: 'POST',
      url: '/api/public/form.submit',
      payload,
      headers: { 'content-type': 'application/json' },
      remoteAddress: form.someIp(),
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
  })
})
