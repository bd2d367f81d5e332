import { createServer } from 'node:net'
import path from 'node:path'
import { type Child, startChild } from './child.ts'
import { pause } from './until.ts'

/** The real server in a process of its own. */
export interface Server {
  url: string
  child: Child
  /** Posts once. */
  post(name: string, body: unknown, sent?: SentTo): Promise<ServerReply>
  signIn(login: string, password: string): Promise<string>
}

export interface SentTo {
  token?: string
  key?: string
}

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely
export type ServerReply = { status: number; body: any }

export const administrator = { login: 'admin', password: 'Admin-Pass-1' }

/** Starts `main.ts` and waits until it says where it is. `env` is what it runs with, beside an administrator. */
export async function startServer(port: number, env: Record<string, string>): Promise<Server> {
  const child = startChild(path.resolve(import.meta.dirname, '../src/main.ts'), [], {
    BATON_ADMIN_LOGIN: administrator.login,
    BATON_ADMIN_PASSWORD: administrator.password,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    ...env,
  })
  await child.line('Baton', 60_000)
  const url = `http://127.0.0.1:${port}`
  const post = (name: string, body: unknown, sent?: SentTo) => postTo(url, name, body, sent)
  return {
    url,
    child,
    post,
    async signIn(login, password) {
      const { status, body } = await post('session.open', { login, password })
      if (status !== 200) throw new Error(`signing in answered ${status} ${JSON.stringify(body)}`)
      return body.token
    },
  }
}

export async function postTo(
  url: string,
  name: string,
  body: unknown,
  { token, key }: SentTo = {},
): Promise<ServerReply> {
  const answer = await fetch(`${url}/api/v1/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  })
  return { status: answer.status, body: await answer.json() }
}

/** As a client does whose server may be gone at any moment: asks until there is an answer that is no accident. */
export async function insist(
  url: string,
  name: string,
  body: unknown,
  sent: SentTo,
  patience = 60_000,
): Promise<ServerReply> {
  for (const end = Date.now() + patience; ; await pause(40)) {
    try {
      const reply = await postTo(url, name, body, sent)
      if (reply.status < 500) return reply
    } catch (error) {
      if (Date.now() > end) throw error
    }
    if (Date.now() > end) throw new Error(`${name} got no answer`)
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
