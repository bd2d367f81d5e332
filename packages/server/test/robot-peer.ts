import { webcrypto } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The chat platforms, on loopback, as their documents describe them: they check signatures, keywords, sizes and formats by
 * themselves, and keep what they have taken. Written without a look at our own senders.
 */
export interface RobotPeer {
  url: string
  /** The address of a robot, as people copy it. */
  webhook(kind: RobotPeerKind): string
  taken: Taken[]
  /** All that knocked, taken or not. */
  knocks: number
  /** The message that holds; throws when none comes within `patience` milliseconds. */
  message(holds: (taken: Taken) => boolean, patience?: number): Promise<Taken>
  /** The next answers are these, before it behaves as usual again. */
  answer(...next: Odd[]): void
  close(): Promise<void>
}

export type RobotPeerKind = 'wecom' | 'dingtalk' | 'feishu'
export interface Taken {
  kind: RobotPeerKind
  /** biome-ignore lint/suspicious/noExplicitAny: bodies are read freely in tests */
  body: any
  at: number
}
export type Odd = { status?: number; body?: unknown; headers?: Record<string, string>; cut?: true }

export const robotSecret = 'SEC-of-the-group'
const keyword = '工单'

export async function startRobotPeer(): Promise<RobotPeer> {
  const taken: Taken[] = []
  const odd: Odd[] = []
  let knocks = 0
  const server = http.createServer(async (request, response) => {
    knocks += 1
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const next = odd.shift()
    if (next?.cut) return void request.socket.destroy()
    if (next) {
      response.writeHead(next.status ?? 200, { 'content-type': 'application/json', ...next.headers })
      return void response.end(typeof next.body === 'string' ? next.body : JSON.stringify(next.body ?? {}))
    }
    const url = new URL(request.url ?? '/', 'http://peer')
    const answer = await judge(url, Buffer.concat(chunks), taken)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const addresses: Record<RobotPeerKind, string> = {
    wecom: '/cgi-bin/webhook/send?key=693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa',
    dingtalk: '/robot/send?access_token=566cc69da782ec2b4e1f0a',
    feishu: '/open-apis/bot/v2/hook/b0dcd6a1-1b22-4f2f-9d4c-2c0a',
  }
  return {
    url,
    taken,
    get knocks() {
      return knocks
    },
    webhook: kind => `${url}${addresses[kind]}`,
    answer: (...next) => void odd.push(...next),
    async message(holds, patience = 15_000) {
      for (const end = Date.now() + patience; ; ) {
        const found = taken.find(holds)
        if (found) return found
        if (Date.now() > end) throw new Error(`no such message came; there are ${JSON.stringify(taken)}`)
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    },
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function judge(url: URL, raw: Buffer, taken: Taken[]): Promise<unknown> {
  const body = JSON.parse(raw.toString('utf8'))
  const keep = (kind: RobotPeerKind) => void taken.push({ kind, body, at: Date.now() })
  if (url.pathname === '/cgi-bin/webhook/send') {
    const words = body[body.msgtype]?.content
    if (typeof words !== 'string' || words === '') return { errcode: 44004, errmsg: 'empty content' }
    const most = body.msgtype === 'text' ? 2048 : 4096
    if (new TextEncoder().encode(words).length > most) return { errcode: 45002, errmsg: 'content size out of limit' }
    keep('wecom')
    return { errcode: 0, errmsg: 'ok' }
  }
  if (url.pathname === '/robot/send') {
    if (raw.length > 20_000) return { errcode: 460101, errmsg: 'message too long' }
    const timestamp = url.searchParams.get('timestamp') ?? ''
    const sign = await hmac(robotSecret, `${timestamp}\n${robotSecret}`)
    if (url.searchParams.get('sign') !== sign) return { errcode: 310000, errmsg: 'sign not match' }
    if (!raw.toString('utf8').includes(keyword)) return { errcode: 310000, errmsg: 'keywords not in content' }
    if (!body[body.msgtype]) return { errcode: 400105, errmsg: 'unsupported msgtype' }
    keep('dingtalk')
    return { errcode: 0, errmsg: 'ok' }
  }
  if (raw.length > 20 * 1024) return { code: 9499, msg: 'Bad Request', data: {} }
  if ((await hmac(`${body.timestamp}\n${robotSecret}`, '')) !== body.sign)
    return { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' }
  if (body.msg_type === 'text' ? !body.content?.text : !body.card?.elements?.length)
    return { code: 9499, msg: 'Bad Request' }
  if (!raw.toString('utf8').includes(keyword)) return { code: 19024, msg: 'Key Words Not Found' }
  keep('feishu')
  return { code: 0, msg: 'success', data: {}, StatusCode: 0, StatusMessage: 'success' }
}

/** By the browser's own cryptography, not by the one that our senders use. Base64. */
async function hmac(key: string, text: string): Promise<string> {
  const bytes = (words: string) => new TextEncoder().encode(words)
  const imported = await webcrypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const signed = new Uint8Array(await webcrypto.subtle.sign('HMAC', imported, bytes(text)))
  return btoa(String.fromCharCode(...signed))
}
