import type { FastifyInstance } from 'fastify'
import { createHttp } from '../src/kernel/http.ts'
import { afterVerb, authenticate } from '../src/records/sessions/index.ts'
import type { Answer, TestDesk } from './desk.ts'

export interface Sent {
  token?: string
  cookie?: string
  headers?: Record<string, string>
  ip?: string
}

export interface Reply {
  status: number
  body: Answer
  headers: Record<string, string | string[] | undefined>
}

export interface TestHttp {
  app: FastifyInstance
  post(name: string, body?: unknown, sent?: Sent): Promise<Reply>
  /** Signs in and answers the token. */
  signIn(login: string, password: string): Promise<string>
  /** The administrator's token. */
  administrator(): Promise<string>
  /** Creates somebody with these roles, settles the password, and answers who they are. */
  person(person: NewPerson): Promise<{ id: string; token: string; employeeNo: string; password: string }>
}

export interface NewPerson {
  employeeNo: string
  roles?: readonly string[]
  roleIds?: readonly string[]
  departmentIds?: readonly string[]
}

/** The desk's HTTP face without a socket. */
export async function testHttp({ desk, does, asks }: TestDesk): Promise<TestHttp> {
  const app = await createHttp(desk, { authenticate: authenticate(desk), afterVerb })
  for (const room of desk.modules) await room.routes?.(app, desk)
  const post = async (name: string, body: unknown = {}, { token, cookie, headers, ip }: Sent = {}): Promise<Reply> => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/${name}`,
      remoteAddress: ip ?? '203.0.113.7',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(cookie !== undefined && { cookie: `baton_session=${cookie}` }),
        ...headers,
      },
      payload: JSON.stringify(body),
    })
    return {
      status: answer.statusCode,
      body: answer.body ? answer.json() : undefined,
      headers: answer.headers as Reply['headers'],
    }
  }
  const ok = async (name: string, body: unknown, sent?: Sent): Promise<Answer> => {
    const reply = await post(name, body, sent)
    if (reply.status !== 200) throw new Error(`${name} answered ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const signIn = async (login: string, password: string): Promise<string> =>
    (await ok('session.open', { login, password })).token
  let first: Promise<string> | undefined
  const administrator = () => (first ??= signIn('admin', 'Admin-Pass-1'))
  return {
    app,
    post,
    signIn,
    administrator,
    async person({ employeeNo, roles = [], roleIds = [], departmentIds = [] }) {
      const shipped = (await asks('role.list', { limit: 200 })).items
      const keyed = roles.map(key => shipped.find((role: { key: string }) => role.key === key).id)
      const created = await does('agent.create', {
        employeeNo,
        name: employeeNo,
        roleIds: [...keyed, ...roleIds],
        departmentIds: [...departmentIds],
      })
      const password = `Password of ${employeeNo}`
      const own = await signIn(employeeNo, created.initialPassword)
      await ok(
        'session.changePassword',
        { oldPassword: created.initialPassword, newPassword: password },
        { token: own },
      )
      return { id: created.id, token: own, employeeNo, password }
    },
  }
}
