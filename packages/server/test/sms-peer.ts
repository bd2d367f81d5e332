import { webcrypto } from 'node:crypto'
import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Alibaba Cloud, Tencent Cloud and a company's own gateway, on loopback, as their documents describe them: they check the
 * signature by themselves and keep what they have taken. Written without a look at our own senders.
 */
export interface SmsPeer {
  url: string
  taken: TakenSms[]
  /** The next answers are these, before it behaves as usual again. */
  answer(...next: { status?: number; body?: unknown }[]): void
  message(holds: (taken: TakenSms) => boolean, patience?: number): Promise<TakenSms>
  close(): Promise<void>
}

export interface TakenSms {
  provider: 'aliyun' | 'tencent' | 'gateway'
  phone: string
  template: string
  /** By name, or by place for Tencent. */
  params: Record<string, string> | string[]
  text: string
  /** What it calls the message; receipts speak of it so. */
  id: string
  /** What we called it. */
  ours: string
}

export const smsKeys = { id: 'LTAI5tTestKey', secret: 'a-secret-of-thirty-letters-more' }

export async function startSmsPeer(): Promise<SmsPeer> {
  const taken: TakenSms[] = []
  const odd: { status?: number; body?: unknown }[] = []
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString('utf8')
    const next = odd.shift()
    const { status = 200, body } = next ?? (await judge(request, raw, taken))
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
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

type Answer = { status?: number; body: unknown }

function judge(request: IncomingMessage, raw: string, taken: TakenSms[]): Promise<Answer> | Answer {
  if (request.headers['x-acs-action']) return aliyun(request, raw, taken)
  if (request.headers['x-tc-action']) return tencent(request, raw, taken)
  return gateway(request, raw, taken)
}

async function aliyun(request: IncomingMessage, raw: string, taken: TakenSms[]): Promise<Answer> {
  const refuse = (Code: string) => ({ status: 400, body: { Code, Message: 'refused', RequestId: 'r' } })
  const { headers } = request
  const [, key, names, signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (key !== smsKeys.id) return refuse('InvalidAccessKeyId.NotFound')
  const date = new Date(String(headers['x-acs-date']))
  if (!(Math.abs(date.getTime() - Date.now()) < 15 * 60_000)) return refuse('InvalidTimeStamp.Expired')
  if (headers['x-acs-content-sha256'] !== (await digest(raw))) return refuse('SignatureDoesNotMatch')
  const must = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version']
  const signed = String(names).split(';')
  if (must.some(name => !signed.includes(name))) return refuse('SignatureDoesNotMatch')
  const [path, query = ''] = String(request.url).split('?')
  const canonical = [
    request.method,
    path,
    canonicalQuery(query),
    ...signed.map(name => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    await digest(raw),
  ].join('\n')
  const expected = hex(await hmac(bytes(smsKeys.secret), `ACS3-HMAC-SHA256\n${await digest(canonical)}`))
  if (signature !== expected) return refuse('SignatureDoesNotMatch')
  const said = new URLSearchParams(query)
  if (!/^SMS_\d+$/.test(said.get('TemplateCode') ?? '')) return refuse('isv.SMS_TEMPLATE_ILLEGAL')
  const id = `biz-${taken.length + 1}^0`
  taken.push({
    provider: 'aliyun',
    phone: said.get('PhoneNumbers') ?? '',
    template: said.get('TemplateCode') ?? '',
    params: JSON.parse(said.get('TemplateParam') ?? '{}') as Record<string, string>,
    text: '',
    id,
    ours: said.get('OutId') ?? '',
  })
  return { body: { Code: 'OK', Message: 'OK', BizId: id, RequestId: 'r' } }
}

/** Read and written anew: senders may spell it as they like. */
function canonicalQuery(query: string): string {
  const strict = (text: string) =>
    [...new TextEncoder().encode(text)]
      .map(byte => {
        const letter = String.fromCharCode(byte)
        return /[A-Za-z0-9_.~-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
      })
      .join('')
  return query
    .split('&')
    .map(part => part.split('=').map(decodeURIComponent).map(strict).join('='))
    .toSorted()
    .join('&')
}

async function tencent(request: IncomingMessage, raw: string, taken: TakenSms[]): Promise<Answer> {
  const refuse = (Code: string) => ({ body: { Response: { Error: { Code, Message: 'refused' }, RequestId: 'r' } } })
  const { headers } = request
  const timestamp = Number(headers['x-tc-timestamp'])
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const [, key, scope, names, signature] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (key !== smsKeys.id || scope !== `${day}/sms/tc3_request`) return refuse('AuthFailure.SecretIdNotFound')
  const signed = String(names).split(';')
  const canonical = [
    'POST',
    '/',
    '',
    ...signed.map(name => `${name}:${String(headers[name]).trim().toLowerCase()}`),
    '',
    names,
    await digest(raw),
  ].join('\n')
  const dated = await hmac(bytes(`TC3${smsKeys.secret}`), day)
  const signing = await hmac(await hmac(dated, 'sms'), 'tc3_request')
  const expected = hex(
    await hmac(signing, `TC3-HMAC-SHA256\n${timestamp}\n${day}/sms/tc3_request\n${await digest(canonical)}`),
  )
  if (signature !== expected) return refuse('AuthFailure.SignatureFailure')
  const said = JSON.parse(raw) as Record<string, string> & { PhoneNumberSet: string[]; TemplateParamSet: string[] }
  const id = `sid-${taken.length + 1}`
  taken.push({
    provider: 'tencent',
    phone: said.PhoneNumberSet[0] ?? '',
    template: said.TemplateId ?? '',
    params: said.TemplateParamSet,
    text: '',
    id,
    ours: said.SessionContext ?? '',
  })
  return {
    body: { Response: { SendStatusSet: [{ SerialNo: id, Code: 'Ok', Message: 'send success' }], RequestId: 'r' } },
  }
}

function gateway({ headers }: IncomingMessage, raw: string, taken: TakenSms[]): Answer {
  if (headers.authorization !== `Bearer ${smsKeys.secret}`) return { status: 401, body: {} }
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
  const said = (isForm ? Object.fromEntries(new URLSearchParams(raw)) : JSON.parse(raw)) as Record<string, string>
  const id = `gw-${taken.length + 1}`
  const { to = '', words = '', ref = '' } = said
  taken.push({ provider: 'gateway', phone: to, template: '', params: {}, text: words, id, ours: ref })
  return { status: 202, body: { id } }
}

/** By the browser's own cryptography, not by the one that our senders use. */
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
const hex = (all: Uint8Array): string => [...all].map(byte => byte.toString(16).padStart(2, '0')).join('')
const digest = async (text: string): Promise<string> =>
  hex(new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes(text))))

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await webcrypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await webcrypto.subtle.sign('HMAC', imported, bytes(text)))
}
