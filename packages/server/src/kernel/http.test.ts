import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openThings, type Things } from '../../test/things.ts'
import { createHttp } from './http.ts'

/** Over real sockets: what a client may do wrong before any verb is asked. */
let things: Things
let app: FastifyInstance
let port: number

beforeAll(async () => {
  things = await openThings()
  const desk = await things.desk()
  app = await createHttp(desk, { authenticate: async () => desk.systemCaller('web'), afterVerb: () => {} })
  app.get('/*', async () => 'a page')
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  port = Number(new URL(url).port)
})
afterAll(async () => {
  await app.close()
  await things.close()
})

interface Answer {
  status: number
  type: string
  body: string
}

function send(
  path: string,
  {
    method = 'POST',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string | string[]>; body?: string | Uint8Array } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ port, method, path, headers }, response => {
      text(response).then(
        answer =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: answer }),
        reject,
      )
    })
    call.on('error', reject)
    call.end(body)
  })
}

const json = { 'content-type': 'application/json' }
const make = (body: string | Uint8Array, headers: Record<string, string | string[]> = {}) =>
  send('/api/v1/thing.make', { body, headers: { ...json, ...headers } })

function expectProblem({ type, body }: Answer, status: number, code: string): void {
  expect(type).toMatch(/^application\/problem\+json\b/)
  expect(JSON.parse(body)).toEqual(
    expect.objectContaining({ status, code, title: expect.any(String), detail: expect.any(String) }),
  )
  expect(JSON.parse(body).detail).not.toBe(code)
  // A parameter that nobody gave leaves a gap.
  expect(JSON.parse(body).detail).not.toMatch(/\s\s|^\s|\s$/)
  expect(body).not.toMatch(/stack|node_modules|\.ts:/)
}

describe('a body', () => {
  test('is JSON, and says so', async () => {
    expect((await make('{"label":"plain"}')).status).toBe(200)
    expect((await make('{"label":"with words"}', { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(
      200,
    )
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'text/json',
    'nonsense',
    'application/jsonp',
    '',
  ])('as %s is a 415', async type => {
    expectProblem(await make('{"label":"a"}', { 'content-type': type }), 415, 'media_type')
  })

  test('without a type is a 415', async () => {
    expectProblem(
      await send('/api/v1/thing.make', { body: '{"label":"a"}', headers: { 'content-length': '13' } }),
      415,
      'media_type',
    )
  })

  test.each([
    ['', 'malformed'],
    ['{', 'malformed'],
    ['[]', 'malformed'],
    ['"text"', 'malformed'],
    ['null', 'malformed'],
    ['{"label":"a","label":"b"}', 'malformed.twice'],
    ['{"label":"a","__proto__":{"x":1}}', 'malformed.name'],
    [`{"label":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'malformed.depth'],
  ])('%j is a 400', async (body, code) => {
    expectProblem(await make(body), 400, code)
  })

  test('in another encoding is a 400', async () => {
    expectProblem(await make(Buffer.from('{"label":"\xfc"}', 'latin1')), 400, 'malformed.encoding')
    expectProblem(await make('\x1f\x8b\b', { 'content-encoding': 'gzip' }), 400, 'malformed')
  })

  test('of more than two megabytes is a 413, whether it tells its length or not', async () => {
    const big = JSON.stringify({ label: 'x'.repeat(2 * 1024 * 1024) })
    expectProblem(await refusedEarly(big, { 'content-length': String(Buffer.byteLength(big)) }), 413, 'too_large')
    expectProblem(await refusedEarly(big, { 'transfer-encoding': 'chunked' }), 413, 'too_large')
    const nearly = JSON.stringify({ label: 'x'.repeat(1024 * 1024) })
    expectProblem(await make(nearly), 422, 'invalid')
  })

  /** The server may answer and hang up before all is sent. */
  function refusedEarly(body: string, headers: Record<string, string>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const call = request(
        { port, method: 'POST', path: '/api/v1/thing.make', headers: { ...json, ...headers } },
        response => {
          text(response).then(
            answer =>
              resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: answer }),
            reject,
          )
        },
      )
      call.on('error', () => {})
      call.on('close', () => setTimeout(() => reject(new Error('no answer')), 1000))
      call.end(body)
    })
  }
})

describe('a header', () => {
  test.each(['', 'ключ', 'a\tb', 'x'.repeat(256), 'caf\u00e9'])(
    'Idempotency-Key %j is named as the field that is wrong',
    async key => {
      const answer = await make('{"label":"key"}', { 'idempotency-key': Buffer.from(key).toString('latin1') })
      expectProblem(answer, 422, 'invalid')
      expect(JSON.parse(answer.body).fields).toMatchObject([{ path: 'Idempotency-Key', code: 'format' }])
    },
  )

  test.each(['Idempotency-Key: a\r\nSet-Cookie: b=c', 'Idempotency-Key: a\r\n\r\nGET / HTTP/1.1'])(
    'that carries another line, %j, becomes no header of ours',
    async header => {
      const answer = await raw(
        `POST /api/v1/thing.nothing HTTP/1.1\r\nHost: x\r\n${header}\r\nConnection: close\r\n\r\n`,
      )
      expect(answer.split('\r\n\r\n')[0]).not.toMatch(/set-cookie/i)
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    },
  )

  test.each([
    ['no HTTP at all', 'HELO example.com\r\n\r\n', 400],
    ['a header without a colon', 'POST /api/v1/thing.make HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n', 400],
    ['NUL in a header', 'POST /api/v1/thing.make HTTP/1.1\r\nHost: x\r\nIdempotency-Key: a\0b\r\n\r\n', 400],
    [
      'two lengths',
      'POST /api/v1/thing.make HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      400,
    ],
    [
      'a length and chunks',
      'POST /api/v1/thing.make HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'headers without end',
      `POST /api/v1/thing.make HTTP/1.1\r\nHost: x\r\nIdempotency-Key: ${'k'.repeat(40_000)}\r\n\r\n`,
      431,
    ],
  ])('in %s is answered as a problem, and the line is cut', async (_what, bytes, status) => {
    const [head = '', body = ''] = (await raw(bytes)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expectProblem(
      { status, type: /content-type: (.*)/i.exec(head)?.[1] ?? '', body },
      status,
      status === 431 ? 'too_large' : 'malformed',
    )
  })

  function raw(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
      socket.on('error', reject)
      text(socket).then(resolve, reject)
    })
  }
})

describe('a path', () => {
  test.each([
    '/api/v1/thing.nothing',
    '/api/v1/constructor',
    '/api/v1/__proto__',
    '/api/v1/toString',
    '/api/v1/thing.make/x',
    '/api/v1/',
    '/api/v2/thing.make',
    '/api/v1/thing.make%00',
    '/api/v1/..%2f..%2fetc%2fpasswd',
  ])('%s is not found', async path => {
    expectProblem(await send(path, { body: '{}', headers: json }), 404, 'not_found')
  })

  test('that is no path is malformed', async () => {
    expectProblem(await send('/api/v1/%E0%A4%A', { body: '{}', headers: json }), 400, 'malformed')
  })

  test('of the API is nothing to read, and no page', async () => {
    expectProblem(await send('/api/v1/thing.make', { method: 'GET' }), 404, 'not_found')
    expectProblem(await send('/api/anything', { method: 'GET' }), 404, 'not_found')
    expect((await send('/tickets/7', { method: 'GET' })).body).toBe('a page')
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expectProblem(
        await send('/api/v1/thing.make', { method, body: '{}', headers: { ...json, 'content-length': '2' } }),
        404,
        'not_found',
      )
  })
})

describe('another site', () => {
  test('cannot make a visitor’s browser do anything', async () => {
    for (const origin of ['https://evil.example', 'null', 'nonsense', `http://127.0.0.1:${port}.evil.example`])
      expectProblem(await make('{"label":"evil"}', { origin, cookie: 'baton_session=x' }), 403, 'origin')
    expect(
      (await make('{"label":"own page"}', { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` })).status,
    ).toBe(200)
  })
})

test('what is written down is what was sent: markup, quotes and formulas stay text', async () => {
  const label = '<script>alert("1")</script> \' or 1=1; -- =HYPERLINK("x") {{7*7}} ${x} 字😀'
  const answer = await make(JSON.stringify({ label }))
  expect(answer.type).toMatch(/^application\/json\b/)
  expect(JSON.parse(answer.body).label).toBe(label)
})

test('an error of ours tells its number and no more', async () => {
  await things.query(
    `insert into things (id, label, amount) values ('00000000-0000-4000-8000-000000000001', 'full', 999999)`,
  )
  const answer = await send('/api/v1/thing.add', {
    body: '{"thingId":"00000000-0000-4000-8000-000000000001"}',
    headers: json,
  })
  expectProblem(answer, 500, 'internal')
  expect(answer.body).not.toMatch(/constraint|amount|things/)
})

describe('the end', () => {
  test.each([
    ['has not said anything yet', ''],
    ['has said half of what it wants', 'POST /api/v1/thing.make HT'],
    [
      'has not sent its body',
      'POST /api/v1/thing.make HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    ],
  ])('does not wait for a line that %s', async (_name, said) => {
    const desk = await things.desk()
    const ending = await createHttp(desk, { authenticate: async () => desk.systemCaller('web'), afterVerb: () => {} })
    const url = await ending.listen({ port: 0, host: '127.0.0.1' })
    const line = connect(Number(new URL(url).port), '127.0.0.1')
    const cut = once(line, 'close')
    line.on('error', () => {}).resume()
    await Promise.all([once(ending.server, 'connection'), once(line, 'connect')])
    if (said) line.write(said)
    await ending.close()
    await cut
  })
})
