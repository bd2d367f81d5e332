import { readFile } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import tls from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { OutgoingError, openOutgoing, readNetwork } from './index.ts'

const loopback = [readNetwork('127.0.0.0/8'), readNetwork('::1')].filter(network => network !== undefined)
const open = openOutgoing(loopback)
const closed = openOutgoing([])

const servers: (http.Server | https.Server)[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(answer: http.RequestListener): Promise<{ port: number; heard: string[] }> {
  const heard: string[] = []
  const server = http.createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, heard }
}

const failing = (call: Promise<unknown>): Promise<OutgoingError> =>
  call.then(
    () => Promise.reject(new Error('it was answered')),
    (error: unknown) => {
      expect(error).toBeInstanceOf(OutgoingError)
      return error as OutgoingError
    },
  )

test('carries the body there and the answer back', async () => {
  const { port } = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    response.setHeader('x-kind', String(request.headers['content-type']))
    response.statusCode = 201
    response.end(`${request.headers['content-length']} ${Buffer.concat(chunks)}`)
  })
  const answer = await open.call({
    url: `http://127.0.0.1:${port}/a?b=c`,
    body: '您好',
    headers: { 'content-type': 'text/plain' },
  })
  expect(answer).toMatchObject({ status: 201, headers: { 'x-kind': 'text/plain' } })
  expect(answer.body.toString()).toBe('6 您好')
})

describe('where it may not go nobody hears of it', () => {
  test.each(['127.0.0.1', 'localhost', '127.1', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '[::1]'])(
    'http://%s',
    async host => {
      const { port, heard } = await serve((_request, response) => response.end())
      const error = await failing(closed.call({ url: `http://${host}:${port}/secret?key=abc` }))
      expect(error.fault).toBe('address')
      expect(error.isOut).toBe(false)
      expect(error.message).not.toContain('secret')
      expect(error.message).not.toContain('abc')
      expect(heard).toEqual([])
    },
  )

  test('a name that leads home is caught by what it leads to', async () => {
    const { port, heard } = await serve((_request, response) => response.end())
    const error = await failing(closed.call({ url: `https://localhost:${port}/` }))
    expect(error.fault).toBe('address')
    expect(heard).toEqual([])
    const answer = await open.call({ url: `http://localhost:${port}/` })
    expect(answer.status).toBe(200)
  })

  test('without encryption only to what the operator has named', async () => {
    const error = await failing(closed.call({ url: 'http://8.8.8.8/' }))
    expect(error.fault).toBe('plain')
  })

  test.each(['ftp://example.com', 'file:///etc/passwd', 'nonsense', 'http://user:pass@127.0.0.1/', ''])(
    '%j is no address for us',
    async url => {
      expect((await failing(open.call({ url }))).fault).toBe('url')
    },
  )
})

test('a redirect is an answer, and not followed', async () => {
  const { port, heard } = await serve((request, response) => {
    response.writeHead(302, { location: '/elsewhere' }).end()
    request.resume()
  })
  expect((await open.call({ url: `http://127.0.0.1:${port}/` })).status).toBe(302)
  expect(heard).toEqual(['POST /'])
})

test('too much of an answer is none', async () => {
  const { port } = await serve((_request, response) => response.end('x'.repeat(5000)))
  const url = `http://127.0.0.1:${port}/`
  expect((await failing(open.call({ url, mostBytes: 4999 }))).fault).toBe('tooLarge')
  expect((await open.call({ url, mostBytes: 5000 })).body).toHaveLength(5000)
})

test('who never answers is given up, and may have heard it', async () => {
  const { port } = await serve(() => {})
  const error = await failing(open.call({ url: `http://127.0.0.1:${port}/`, body: 'x', seconds: 2 }))
  expect(error).toMatchObject({ fault: 'time', isOut: true })
})

test('so is who stops in the middle', async () => {
  const { port } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
  })
  const error = await failing(open.call({ url: `http://127.0.0.1:${port}/`, body: 'x', seconds: 2 }))
  expect(error).toMatchObject({ fault: 'time', isOut: true })
})

test('a line that is cut after the request is not sure', async () => {
  const { port } = await serve(request => request.socket.destroy())
  const error = await failing(open.call({ url: `http://127.0.0.1:${port}/`, body: 'x' }))
  expect(error).toMatchObject({ fault: 'cut', isOut: true })
})

test('nobody there is surely not sent', async () => {
  const { port } = await serve(() => {})
  const [server] = servers.splice(0)
  await new Promise(resolve => server?.close(resolve))
  const error = await failing(open.call({ url: `http://127.0.0.1:${port}/`, body: 'x' }))
  expect(error).toMatchObject({ fault: 'unreachable', isOut: false })
})

test('a wrong certificate, or none, is surely not sent', async () => {
  const { port, heard } = await serve((_request, response) => response.end())
  const error = await failing(open.call({ url: `https://127.0.0.1:${port}/`, body: 'x' }))
  expect(error).toMatchObject({ fault: 'unreachable', isOut: false })
  expect(heard).toEqual([])
})

test('by TLS it goes where the certificate is right, and to no other name', async () => {
  const fixture = (name: string) => readFile(path.join(import.meta.dirname, 'fixtures', name), 'utf8')
  const [cert, key] = await Promise.all([fixture('localhost.crt'), fixture('localhost.key')])
  const usual = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...usual, cert])
  const server = https.createServer({ cert, key }, (_request, response) => response.end('hello'))
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const answer = await open.call({ url: `https://localhost:${port}/`, body: 'x' })
    expect(answer.body.toString()).toBe('hello')
    const error = await failing(open.call({ url: `https://127.0.0.1:${port}/`, body: 'x' }))
    expect(error).toMatchObject({ fault: 'unreachable', isOut: false })
  } finally {
    tls.setDefaultCACertificates(usual)
  }
})
