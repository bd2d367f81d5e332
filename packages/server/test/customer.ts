import type { FastifyInstance } from 'fastify'
import type { Answer, TestDesk } from './desk.ts'
import { testHttp } from './http.ts'
import type { MailHost, Received } from './mail-host.ts'
import { withFile } from './multipart.ts'

interface Asked {
  token?: string
  ip?: string
  headers?: Record<string, string>
}

/** The customers' pages as a browser asks for them; everybody comes from an address of their own unless said otherwise. */
export async function testCustomer(desk: TestDesk) {
  const { app } = await testHttp(desk)
  let last = 0
  const someIp = () => `198.51.100.${(last++ % 250) + 1}`
  const call = async (url: string, payload: object | undefined, { token, ip = someIp(), headers }: Asked = {}) => {
    const answer = await app.inject({
      method: payload ? 'POST' : 'GET',
      url,
      remoteAddress: ip,
      headers: { ...(token !== undefined && { 'x-portal-token': token }), ...headers },
      ...(payload && { payload }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return {
      status: answer.statusCode,
      body: (isJson ? answer.json() : answer.rawPayload) as Answer,
      headers: answer.headers,
    }
  }
  return {
    app: app as FastifyInstance,
    someIp,
    portal: (name: string, payload?: object, asked?: Asked) => call(`/api/public/portal${name}`, payload, asked),
    api: (name: string, payload: object, asked?: Asked) => call(`/api/v1/${name}`, payload, asked),
    get: (url: string) => call(url, undefined),
    async attach(token: string, name: string, bytes: Buffer | string) {
      const { payload, headers } = withFile(name, bytes)
      const answer = await app.inject({
        method: 'POST',
        url: '/api/public/portal.upload',
        payload,
        headers: { ...headers, 'x-portal-token': token },
        remoteAddress: someIp(),
      })
      return { status: answer.statusCode, body: answer.json() as Answer }
    },
  }
}

export type TestCustomer = Awaited<ReturnType<typeof testCustomer>>

/** The token of the link in a mail that leads to the ticket's page, or to its rating. */
export const tokenIn = ({ mail }: Pick<Received, 'mail'>, kind: 'follow' | 'rate'): string =>
  new RegExp(`/${kind}/([a-z2-7]{26})`).exec(mail.text)?.[1] ?? ''

/** The newest mail to this address whose text says this. */
export const mailTo = async (host: MailHost, address: string, words: string, after = 0): Promise<Received> => {
  const holds = (received: Received) => received.to.includes(address) && received.mail.text.includes(words)
  return host.mail(received => host.mails.indexOf(received) >= after && holds(received), 15_000)
}
