import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { matter, type TestForm, testForm } from '../test/form.ts'

/** 机器人和冒名的人被挡在表单之外,并被告知何时再来。 */
let desk: TestDesk
let form: TestForm
beforeAll(async () => {
  desk = await testDesk()
  form = await testForm(desk)
})
afterAll(async () => {
  await form.app.close()
  await desk.close()
})

test('a forged, changed or old token opens nothing', async () => {
  const token = await form.visit()
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
    expect(await form.ask('form.submit', matter(forged))).toMatchObject({ status: 403, body: { code: 'form.expired' } })
  expect((await form.attach('forged', 'a.txt', 'a')).status).toBe(403)
  desk.turn(25 * 3_600_000)
  expect(await form.ask('form.submit', matter(token))).toMatchObject({ status: 403, body: { code: 'form.expired' } })
})

test('a page that stood open for days gets a new token and keeps its files', async () => {
  const token = await form.visit()
  desk.turn(23.9 * 3_600_000)
  const file = await form.attach(token, 'late.txt', '晚了')
  desk.turn(3_600_000)
  const renewed = (await form.ask(`form?former=${encodeURIComponent(token)}`)).body.token
  desk.turn(5000)
  expect(await form.ask('form.submit', matter(renewed, { attachmentIds: [file.body.id] }))).toMatchObject({
    status: 200,
  })
})

test('nobody takes the files of another page', async () => {
  const [mine, theirs] = [await form.visit(), await form.visit()]
  const file = await form.attach(mine, 'mine.txt', '我的')
  const taken = await form.ask('form.submit', matter(theirs, { attachmentIds: [file.body.id] }))
  expect(taken).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'attachmentIds.0', code: 'attachment.used' }] },
  })
  const read = await form.app.inject({ method: 'GET', url: `/api/v1/file/${file.body.id}` })
  expect(read.statusCode).toBe(401)
})

test('who fills in what nobody sees, or faster than anybody can, is a machine', async () => {
  expect(await form.ask('form.submit', matter(await form.visit(), { homepage: 'http://spam.example' }))).toMatchObject({
    status: 403,
    body: { code: 'form.refused' },
  })
  const { body } = await form.ask('form')
  const hasty = await form.ask('form.submit', matter(body.token))
  expect(hasty).toMatchObject({ status: 429, headers: { 'retry-after': '2' } })
})

test('too many from one address, or in one name, must wait, and are told how long', async () => {
  const token = await form.visit()
  const flood = await Promise.all(
    Array.from({ length: 70 }, () => form.ask('form.submit', matter(token), { ip: '192.0.2.66' })),
  )
  const refused = flood.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(10)
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused[0]?.body.detail).toContain('秒')
  expect((await form.ask('form.submit', matter(token), { ip: '192.0.2.67' })).status).toBe(200)
  const victim = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      form.ask('form.submit', matter(token, { email: n % 2 ? 'victim@example.com' : 'VICTIM@example.com' })),
    ),
  )
  expect(victim.filter(({ status }) => status === 429)).toHaveLength(8)
  desk.turn(60_000)
  expect((await form.ask('form.submit', matter(token, { email: 'victim@example.com' }))).status).toBe(200)
})

test('too many files from one address must wait', async () => {
  const token = await form.visit()
  const flood = await Promise.all(
    Array.from({ length: 50 }, (_, n) => form.attach(token, `${n}.txt`, '一', '192.0.2.68')),
  )
  expect(flood.filter(({ status }) => status === 429)).toHaveLength(10)
})

test('an IPv6 customer is one address, whichever of theirs they use', async () => {
  const token = await form.visit()
  const flood = await Promise.all(
    Array.from({ length: 61 }, (_, n) =>
      form.ask('form.submit', matter(token), { ip: `2001:db8:1:2::${n.toString(16)}` }),
    ),
  )
  expect(flood.filter(({ status }) => status === 429)).toHaveLength(1)
})

test('files are at most 25 MB altogether', async () => {
  const token = await form.visit()
  const half = Buffer.alloc(13 * 1024 * 1024)
  const files = [await form.attach(token, '1.bin', half), await form.attach(token, '2.bin', half)]
  const answer = await form.ask('form.submit', matter(token, { attachmentIds: files.map(({ body }) => body.id) }))
  expect(answer).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'attachmentIds', code: 'attachment.tooMuch' }] },
  })
  expect((await form.attach(token, '3.bin', Buffer.alloc(25 * 1024 * 1024 + 1))).status).toBe(413)
})

test('another site cannot send it', async () => {
  const answer = await form.ask('form.submit', matter(await form.visit()), {
    headers: { origin: 'https://evil.example' },
  })
  expect(answer).toMatchObject({ status: 403, body: { code: 'origin' } })
})

test('the visitor may open a ticket and nothing else', async () => {
  const token = await form.visit()
  for (const verb of ['ticket.open', 'ticket.get', 'customer.find', 'file.upload']) {
    const answer = await form.app.inject({
      method: 'POST',
      url: `/api/v1/${verb}`,
      payload: {},
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.statusCode).toBe(401)
  }
})

test('a closed form says so', async () => {
  const token = await form.visit()
  await desk.does('settings.update', { formEnabled: false })
  expect((await form.ask('form')).body.enabled).toBe(false)
  expect(await form.ask('form.submit', matter(token))).toMatchObject({ status: 403, body: { code: 'form.closed' } })
  expect((await form.attach(token, 'a.txt', 'a')).status).toBe(403)
})
