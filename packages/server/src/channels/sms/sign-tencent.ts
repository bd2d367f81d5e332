import { createHash, createHmac } from 'node:crypto'

/** A POST to `/` as Tencent Cloud's signature sees it; header names in small letters. */
export interface TencentCall {
  service: string
  headers: Readonly<Record<string, string>>
  body: string
  /** In seconds. */
  timestamp: number
}

const algorithm = 'TC3-HMAC-SHA256'

/** The Authorization header of a call, by TC3; all given headers are signed. https://cloud.tencent.com/document/api/382/52072 */
export function tencentAuthorization(call: TencentCall, secretId: string, secretKey: string): string {
  const names = Object.keys(call.headers).sort((a, b) => (a < b ? -1 : 1))
  const headers = names.map(name => `${name}:${call.headers[name]?.trim().toLowerCase()}\n`).join('')
  const signed = names.join(';')
  const canonical = ['POST', '/', '', headers, signed, sha256(call.body)].join('\n')
  const date = new Date(call.timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${call.service}/tc3_request`
  const toSign = [algorithm, call.timestamp, scope, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), call.service), 'tc3_request')
  const signature = hmac(key, toSign).toString('hex')
  return `${algorithm} Credential=${secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
