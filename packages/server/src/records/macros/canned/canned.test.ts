import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../../test/desk.ts'
import { type TestHttp, testHttp } from '../../../../test/http.ts'
import type { Caller } from '../../../kernel/caller.ts'
import { findFile, storeFile, sweepUploads } from '../../files/index.ts'

let t: TestDesk
let http: TestHttp
let department: string
const people: Record<string, Awaited<ReturnType<TestHttp['person']>>> = {}
const nobody = '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff'

beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
  department = (await t.does('department.create', { name: '售后部' })).id
  for (const [key, role] of [
    ['lead', 'supervisor'],
    ['zhang', 'agent'],
    ['li', 'agent'],
  ] as const)
    people[key] = await http.person({ employeeNo: key, roles: [role], departmentIds: key === 'li' ? [] : [department] })
})
afterAll(() => t.close())

/** Sessions end while the clock is turned by days. */
const post = async (key: string, name: string, body: object) => {
  const person = people[key]
  if (!person) throw new Error('nobody')
  const answer = await http.post(name, body, { token: person.token })
  if (answer.status !== 401) return answer
  person.token = await http.signIn(person.employeeNo, person.password)
  return http.post(name, body, { token: person.token })
}
const does = async (key: string, name: string, body: object): Promise<Answer> => {
  const { status, body: answer } = await post(key, name, body)
  if (status !== 200) throw new Error(`${name} answered ${status} ${JSON.stringify(answer)}`)
  return answer
}
const wrongs = ({ status, body }: Answer) => [status, body.fields?.map(({ path, code }: Answer) => [path, code])]
let made = 0
const reply = (key: string, given: object = {}): Promise<Answer> =>
  does(key, 'cannedReply.create', { name: `回复 ${++made}`, body: '您好，{{customer.name|客户}}', ...given })
const names = async (key: string, input: object = {}): Promise<string[]> =>
  (await does(key, 'cannedReply.list', input)).items.map(({ name }: Answer) => name)
const callerOf = (key: string): Caller => {
  const id = people[key]?.id ?? ''
  return { ...t.system, actor: { kind: 'person', id, name: key }, me: { id, departments: [] } }
}
const upload = (key: string, text = '保修政策') =>
  storeFile(t.desk, { name: '政策.txt', bytes: Readable.from([Buffer.from(text)]), by: callerOf(key) })

test('is kept, found and used', async () => {
  const one = await reply('zhang', { name: '退款说明', shortcut: 'TK' })
  expect(one).toMatchObject({ shortcut: 'TK', own: true, usedCount: 0, attachments: [] })
  expect(await names('zhang', { text: '退款' })).toEqual(['退款说明'])
  expect(await names('zhang', { text: 'tk' })).toEqual(['退款说明'])
  expect(await names('zhang', { text: '客户}}' })).toContain('退款说明')
  expect(await names('zhang', { text: '退%' })).toEqual([])
  expect(await names('li', { text: '退款' })).toEqual([])
  const used = await does('zhang', 'cannedReply.use', { cannedReplyId: one.id })
  expect(used).toMatchObject({ usedCount: 1, usedAt: t.now().toISOString(), inserted: [] })
  t.turn(86_400_000)
  await does('zhang', 'cannedReply.use', { cannedReplyId: one.id })
  t.turn(40 * 86_400_000)
  const [kept] = (await does('zhang', 'cannedReply.list', { text: 'tk' })).items
  expect([kept.usedCount, kept.usedLately]).toEqual([2, 0])
  expect((await post('li', 'cannedReply.use', { cannedReplyId: one.id })).status).toBe(404)
})

test('of many uses at once, each counts', async () => {
  const { id } = await reply('lead', { audience: 'everyone' })
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => does(n % 2 ? 'zhang' : 'li', 'cannedReply.use', { cannedReplyId: id })),
  )
  const { items } = await does('lead', 'cannedReply.list', {})
  expect(items.find((one: Answer) => one.id === id)).toMatchObject({ usedCount: 20, usedLately: 20 })
})

test('its files are used again and again, by everybody who sees it', async () => {
  const file = await upload('lead')
  const one = await reply('lead', { audience: 'everyone', attachmentIds: [file.id] })
  expect(one.attachments).toEqual([{ id: file.id, name: '政策.txt', mediaType: 'text/plain', size: 12 }])
  const ticket = await t.does('ticket.open', { subject: 'x', departmentId: department })
  // It is nobody’s upload any more.
  const own = await post('lead', 'ticket.reply', { ticketId: ticket.id, body: 'x', attachmentIds: [file.id] })
  expect(wrongs(own)).toEqual([422, [['attachmentIds.0', 'attachment.used']]])
  for (const key of ['zhang', 'zhang', 'lead']) {
    const { inserted } = await does(key, 'cannedReply.use', { cannedReplyId: one.id })
    expect(inserted).toEqual([{ ...one.attachments[0], id: expect.not.stringMatching(file.id) }])
    await does(key, 'ticket.note', { ticketId: ticket.id, body: 'x', attachmentIds: [inserted[0].id] })
  }
  // A copy that nobody sends is swept, and takes no bytes from the others.
  const { inserted } = await does('zhang', 'cannedReply.use', { cannedReplyId: one.id })
  t.turn(2 * 86_400_000)
  expect(await sweepUploads(t.desk)).toBe(1)
  await expect(findFile(t.desk, inserted[0].id, callerOf('zhang'))).rejects.toMatchObject({ status: 404 })
  const again = (await does('zhang', 'cannedReply.use', { cannedReplyId: one.id })).inserted[0]
  const found = await findFile(t.desk, again.id, callerOf('zhang'))
  const bytes = await t.desk.files.open(found.storageKey).toArray()
  expect(Buffer.concat(bytes).toString()).toBe('保修政策')
})

test('bytes go with the last file that holds them', async () => {
  const file = await upload('zhang', '只有一份')
  const { storageKey } = await findFile(t.desk, file.id, callerOf('zhang'))
  t.turn(2 * 86_400_000)
  await sweepUploads(t.desk)
  await expect(t.desk.files.open(storageKey).toArray()).rejects.toMatchObject({ code: 'ENOENT' })
})

test('changed, published, archived, restored', async () => {
  const [first, second] = [await upload('zhang'), await upload('zhang')]
  const one = await reply('zhang', { name: '会改的', shortcut: 'g', attachmentIds: [first.id] })
  const changed = await does('zhang', 'cannedReply.update', {
    cannedReplyId: one.id,
    body: '再见',
    shortcut: null,
    attachmentIds: [first.id, second.id],
    version: one.version,
  })
  expect(changed).toMatchObject({ shortcut: null, body: '再见', version: one.version + 1 })
  expect(changed.attachments.map(({ id }: Answer) => id)).toEqual([first.id, second.id])
  const fewer = await does('zhang', 'cannedReply.update', { cannedReplyId: one.id, attachmentIds: [second.id] })
  expect(fewer.attachments.map(({ id }: Answer) => id)).toEqual([second.id])
  expect((await post('lead', 'cannedReply.publish', { cannedReplyId: one.id, audience: 'everyone' })).status).toBe(404)
  expect((await post('zhang', 'cannedReply.publish', { cannedReplyId: one.id, audience: 'everyone' })).status).toBe(403)
  await does('zhang', 'cannedReply.archive', { cannedReplyId: one.id })
  expect((await post('zhang', 'cannedReply.use', { cannedReplyId: one.id })).body.code).toBe('cannedReply.archived')
  expect((await post('zhang', 'cannedReply.update', { cannedReplyId: one.id, name: 'y' })).body.code).toBe(
    'cannedReply.archived',
  )
  expect((await does('zhang', 'cannedReply.restore', { cannedReplyId: one.id })).archived).toBe(false)

  const public_ = await reply('lead', { audience: 'departments', departmentIds: [department] })
  expect(await names('zhang')).toContain(public_.name)
  expect(await names('li')).not.toContain(public_.name)
  expect((await post('zhang', 'cannedReply.update', { cannedReplyId: public_.id, name: 'y' })).status).toBe(403)
})

test('a shortcut is one thing to whoever types it', async () => {
  await reply('zhang', { shortcut: '你好' })
  expect(wrongs(await post('zhang', 'cannedReply.create', { name: 'a', body: 'x', shortcut: '你好' }))).toEqual([
    422,
    [['shortcut', 'cannedReply.shortcut']],
  ])
  // Somebody else’s is somebody else’s.
  await reply('li', { shortcut: '你好' })
  await reply('lead', { shortcut: 'ABC', audience: 'everyone' })
  expect(
    wrongs(await post('lead', 'cannedReply.create', { name: 'b', body: 'x', shortcut: 'abc', audience: 'everyone' })),
  ).toEqual([422, [['shortcut', 'cannedReply.shortcut']]])
})

test.each([
  [{ body: '{{customer.nmae}}' }, 'body', 'placeholder.unknown'],
  [{ body: '{{customer.name' }, 'body', 'placeholder.broken'],
  [{ body: ' ' }, 'body', 'text.empty'],
  [{ shortcut: 'a b' }, 'shortcut', 'format'],
  [{ shortcut: '/a' }, 'shortcut', 'format'],
  [{ name: '' }, 'name', 'too_small'],
  [{ attachmentIds: [nobody] }, 'attachmentIds.0', 'attachment.used'],
])('%o is refused by its place', async (wrong, path, code) => {
  expect(
    wrongs(await post('zhang', 'cannedReply.create', { name: `错 ${Math.random()}`, body: 'x', ...wrong })),
  ).toEqual([422, [[path, code]]])
})
