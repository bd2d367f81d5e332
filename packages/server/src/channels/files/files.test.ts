import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'
import { type TestHttp, testHttp } from '../../../test/http.ts'
import { withFile } from '../../../test/multipart.ts'
import type { Caller } from '../../kernel/caller.ts'
import { attachSteps, disposition, loadAttachments, sweepUploads } from '../../records/files/index.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

let desk: TestDesk
let http: TestHttp
let app: FastifyInstance
let admin: { authorization: string }
beforeAll(async () => {
  desk = await testDesk()
  http = await testHttp(desk)
  app = http.app
  admin = { authorization: `Bearer ${await http.administrator()}` }
})
afterAll(async () => {
  await app.close()
  await desk.close()
})

async function upload(name: string, bytes: Buffer | string, mediaType?: string, who: Record<string, string> = admin) {
  const { payload, headers } = withFile(name, bytes, mediaType)
  return app.inject({ method: 'POST', url: '/api/v1/file.upload', payload, headers: { ...headers, ...who } })
}
const post = (verb: string, payload: object, who: Record<string, string> = admin) =>
  app.inject({ method: 'POST', url: `/api/v1/${verb}`, payload, headers: who })
const fetchFile = (id: string, query = '', who: Record<string, string> = admin) =>
  app.inject({ method: 'GET', url: `/api/v1/file/${id}${query}`, headers: who })

describe('uploading', () => {
  test('answers with what the bytes are, not with what was claimed', async () => {
    const answer = await upload('../../发票\u202egnp.exe', 'MZ\x90\0\x03', 'image/png')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ name: '发票gnp.exe', mediaType: 'application/x-msdownload', size: 6 })
  })

  test('needs somebody', async () => {
    expect((await upload('a.txt', 'a', undefined, {})).statusCode).toBe(401)
    expect((await upload('a.txt', 'a', undefined, { authorization: 'Bearer nonsense' })).statusCode).toBe(401)
    expect(
      (
        await upload('a.txt', 'a', undefined, {
          ...admin,
          authorization: admin.authorization,
          origin: 'https://evil.example',
        })
      ).statusCode,
    ).toBe(200)
  })

  test('refuses nothing, emptiness and what is no upload', async () => {
    expect((await upload('empty.txt', '')).json()).toMatchObject({ status: 422, code: 'file.empty' })
    const plain = await app.inject({ method: 'POST', url: '/api/v1/file.upload', payload: {}, headers: admin })
    expect(plain.json()).toMatchObject({ status: 415 })
    const nothing = await app.inject({
      method: 'POST',
      url: '/api/v1/file.upload',
      payload: '------baton-test-boundary--\r\n',
      headers: { ...admin, 'content-type': 'multipart/form-data; boundary=----baton-test-boundary' },
    })
    expect(nothing.statusCode).toBe(422)
    const garbled = await app.inject({
      method: 'POST',
      url: '/api/v1/file.upload',
      payload: 'garbage',
      headers: { ...admin, 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(garbled.json()).toMatchObject({ status: 400, code: 'malformed.multipart' })
    const { payload, headers } = withFile('cut.bin', Buffer.alloc(200_000))
    const cut = await app.inject({
      method: 'POST',
      url: '/api/v1/file.upload',
      payload: payload.subarray(0, 100_000),
      headers: { ...admin, ...headers },
    })
    expect(cut.json()).toMatchObject({ status: 400, code: 'malformed.multipart' })
  })

  test('takes 25 MB and not a byte more', async () => {
    const most = 25 * 1024 * 1024
    expect((await upload('big.bin', Buffer.alloc(most))).statusCode).toBe(200)
    const over = await upload('bigger.bin', Buffer.alloc(most + 1))
    expect(over.json()).toMatchObject({ status: 413, code: 'file.tooLarge' })
  })
})

describe('attaching and giving out', () => {
  test('a picture goes with its ticket', async () => {
    const { id } = (await upload('门锁 "照片".png', png, 'text/html')).json()
    const opened = await post('ticket.open', { subject: '门锁坏了', body: '见图', attachmentIds: [id] })
    expect(opened.statusCode).toBe(200)
    const timeline = await post('ticket.timeline', { id: opened.json().id })
    expect(timeline.json().items[0].message.attachments).toEqual([
      { id, name: '门锁 _照片_.png', mediaType: 'image/png', size: 16 },
    ])

    const saved = await fetchFile(id)
    expect(saved.statusCode).toBe(200)
    expect(saved.rawPayload).toEqual(png)
    expect(saved.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="__ ____.png"; filename*=UTF-8''${encodeURIComponent('门锁 _照片_.png')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-length': '16',
    })
    const shown = await fetchFile(id, '?inline=1')
    expect(shown.headers['content-disposition']).toMatch(/^inline;/)
    const again = await app.inject({
      method: 'GET',
      url: `/api/v1/file/${id}`,
      headers: { ...admin, 'if-none-match': String(saved.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
    expect((await fetchFile(id, '', {})).statusCode).toBe(401)
  })

  test('a player may jump in a recording', async () => {
    const recording = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(1000, 7), Buffer.from('end')])
    const { id } = (await upload('通话录音.mp3', recording)).json()
    const stretch = (range: string, more = {}) =>
      app.inject({ method: 'GET', url: `/api/v1/file/${id}`, headers: { ...admin, range, ...more } })
    const last = await stretch('bytes=-3')
    expect(last.statusCode).toBe(206)
    expect(last.body).toBe('end')
    expect(last.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-range': 'bytes 1003-1005/1006',
      'content-length': '3',
    })
    expect((await stretch('bytes=0-2')).body).toBe('ID3')
    expect(await stretch('bytes=2000-')).toMatchObject({ statusCode: 416 })
    const former = await stretch('bytes=0-2', { 'if-range': '"another"' })
    expect(former).toMatchObject({ statusCode: 200 })
    expect(former.rawPayload).toEqual(recording)
  })

  test('nothing but pictures is shown in place', async () => {
    for (const [name, bytes] of [
      ['a.html', '<script>alert(1)</script>'],
      ['a.svg', '<svg onload="alert(1)"/>'],
      ['a.pdf', '%PDF-1.7'],
      ['a.png', 'no picture'],
    ]) {
      const { id } = (await upload(name as string, bytes as string, 'image/png')).json()
      const answer = await fetchFile(id, '?inline=1')
      expect(answer.headers['content-disposition']).toMatch(/^attachment;/)
      expect(answer.headers['content-type']).not.toMatch(/html|svg/)
    }
  })

  test('only who uploaded it may attach it, and only once', async () => {
    const { id } = (await upload('a.txt', 'a')).json()
    const stranger: Caller = {
      ...desk.system,
      actor: { kind: 'person', id: '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff', name: '小张' },
    }
    const wrong = { status: 422, fields: [{ path: 'attachmentIds.0', code: 'attachment.used' }] }
    await expect(desk.does('ticket.open', { subject: '偷', attachmentIds: [id] }, stranger)).rejects.toMatchObject(
      wrong,
    )
    const { id: other } = (await upload('b.txt', 'b')).json()
    const twice = await post('ticket.open', { subject: '重复', body: '重复', attachmentIds: [other, other] })
    expect(twice.json().fields).toMatchObject([{ path: 'attachmentIds.1', code: 'attachment.used' }])
    expect((await post('ticket.open', { subject: '一', body: '一', attachmentIds: [id] })).statusCode).toBe(200)
    expect((await post('ticket.open', { subject: '二', body: '二', attachmentIds: [id] })).json()).toMatchObject(wrong)
    const unknown = await post('ticket.open', {
      subject: '三',
      body: '三',
      attachmentIds: ['0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff'],
    })
    expect(unknown.json()).toMatchObject(wrong)
  })

  test('two tickets that want the same file at once: one gets it', async () => {
    const { id } = (await upload('one.txt', '1')).json()
    const both = await Promise.all(
      [1, 2, 3, 4].map(n => post('ticket.open', { subject: `第 ${n}`, body: '要', attachmentIds: [id] })),
    )
    expect(both.map(answer => answer.statusCode).sort()).toEqual([200, 422, 422, 422])
  })

  test('the same call twice at once, under one key, is one ticket', async () => {
    const { id } = (await upload('one.txt', '1')).json()
    const send = () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/ticket.open',
        payload: { subject: '双击', body: '双击', attachmentIds: [id] },
        headers: { ...admin, 'idempotency-key': 'double-click' },
      })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(answer => answer.statusCode)).toEqual([200, 200, 200])
    expect(new Set(answers.map(answer => answer.json().number)).size).toBe(1)
  })

  test('who may not see the ticket does not see its files', async () => {
    const { id } = (await upload('secret.txt', '秘密')).json()
    await post('ticket.open', { subject: '秘密', body: '见附件', attachmentIds: [id] })
    const department = await desk.does('department.create', { name: '别的部门' })
    const made = await desk.does('agent.create', { employeeNo: 'N001', name: '新人' })
    const first = { authorization: `Bearer ${await http.signIn('N001', made.initialPassword)}` }
    expect((await upload('x.txt', 'x', undefined, first)).json()).toMatchObject({
      status: 403,
      code: 'password.mustChange',
    })
    const { token } = await http.person({ employeeNo: 'H001', roles: ['handler'], departmentIds: [department.id] })
    const stranger = { authorization: `Bearer ${token}` }
    expect((await fetchFile(id, '', stranger)).statusCode).toBe(404)
    const { id: loose } = (await upload('mine.txt', '我的')).json()
    expect((await fetchFile(loose, '', stranger)).statusCode).toBe(404)
    expect((await fetchFile(loose)).statusCode).toBe(200)
  })

  test.each(['nothing', '../../etc/passwd', '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff', '%00'])(
    'there is no file %s',
    async id => {
      expect((await fetchFile(encodeURIComponent(id))).statusCode).toBe(404)
    },
  )
})

test('what nobody attached is swept after a day, bytes and all', async () => {
  const { id: loose } = (await upload('loose.txt', '没人要')).json()
  const { id: kept } = (await upload('kept.txt', '要的')).json()
  await post('ticket.open', { subject: '留下', body: '留下', attachmentIds: [kept] })
  const { storage_key } = await desk.desk.db
    .selectFrom('files')
    .select('storage_key')
    .where('id', '=', loose)
    .executeTakeFirstOrThrow()
  desk.turn(23 * 3_600_000)
  await sweepUploads(desk.desk)
  expect(await desk.desk.db.selectFrom('files').select('id').where('id', '=', loose).execute()).toHaveLength(1)
  desk.turn(2 * 3_600_000)
  expect(await sweepUploads(desk.desk)).toBeGreaterThan(0)
  const left = await desk.desk.db.selectFrom('files').select('id').where('id', 'in', [loose, kept]).execute()
  expect(left).toEqual([{ id: kept }])
  await expect(
    new Promise((_, reject) => desk.desk.files.open(storage_key).on('error', reject).resume()),
  ).rejects.toThrow('ENOENT')
  await expect(loadAttachments(desk.desk.db, [loose], desk.system)).rejects.toMatchObject({ status: 422 })
  expect(attachSteps([], 'ticket', kept, desk.now())).toEqual([])
})

test.each([
  ['a.txt', `attachment; filename="a.txt"; filename*=UTF-8''a.txt`],
  ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
  ['100%.txt', `attachment; filename="100_.txt"; filename*=UTF-8''100%25.txt`],
])('the header for %s', (name, header) => expect(disposition('attachment', name)).toBe(header))
