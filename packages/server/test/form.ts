import { randomUUID } from 'node:crypto'
import type { Answer, TestDesk } from './desk.ts'
import { testHttp } from './http.ts'
import { withFile } from './multipart.ts'

interface Asked {
  ip?: string
  headers?: Record<string, string>
}

/** The public form as a browser sees it; everybody comes from an address of their own unless said otherwise. */
export async function testForm(desk: TestDesk) {
  const { app } = await testHttp(desk)
  let last = 0
  const someIp = () => `198.51.100.${(last++ % 250) + 1}`

  const ask = async (url: string, payload?: object, { ip = someIp(), headers = {} }: Asked = {}) => {
    const answer = await app.inject({
      method: payload ? 'POST' : 'GET',
      url: `/api/public/${url}`,
      remoteAddress: ip,
      headers,
      ...(payload && { payload }),
    })
    return { status: answer.statusCode, body: answer.json() as Answer, headers: answer.headers }
  }
  return {
    app,
    ask,
    someIp,
    async attach(token: string, name: string, bytes: Buffer | string, ip = someIp()) {
      const { payload, headers } = withFile(name, bytes)
      const answer = await app.inject({
        method: 'POST',
        url: '/api/public/form.upload',
        payload,
        headers: { ...headers, 'x-form-token': token },
        remoteAddress: ip,
      })
      return { status: answer.statusCode, body: answer.json() as Answer }
    },
    /** Opens the page and reads it for a while; answers its token. */
    async visit(): Promise<string> {
      const { body } = await ask('form')
      desk.turn(5000)
      return body.token
    },
  }
}

export type TestForm = Awaited<ReturnType<typeof testForm>>

/** What somebody writes who has a matter, each time somebody else. */
export const matter = (token: string, more: object = {}) => ({
  token,
  key: randomUUID(),
  name: '李女士',
  email: `li-${randomUUID()}@example.com`,
  subject: '洗衣机脱水异响',
  body: '脱水时声音很大',
  ...more,
})
