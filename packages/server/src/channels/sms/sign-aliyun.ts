import { createHash, createHmac } from 'node:crypto'

/** A call as Alibaba Cloud's signature sees it; header names in small letters. */
export interface AliyunCall {
  method: string
  path: string
  query: Readonly<Record<string, string>>
  headers: Readonly<Record<string, string>>
  body: string
}

const algorithm = 'ACS3-HMAC-SHA256'

/** The Authorization header of a call, by the V3 signature. https://www.alibabacloud.com/help/zh/sdk/product-overview/v3-request-structure-and-signature */
export function aliyunAuthorization(call: AliyunCall, keyId: string, secret: string): string {
  const { canonical, signed } = aliyunCanonical(call)
  const signature = createHmac('sha256', secret)
    .update(`${algorithm}\n${sha256(canonical)}`)
    .digest('hex')
  return `${algorithm} Credential=${keyId},SignedHeaders=${signed},Signature=${signature}`
}

/** The canonical request, and the names of the headers that are signed. */
export function aliyunCanonical(call: AliyunCall): { canonical: string; signed: string } {
  const names = Object.keys(call.headers)
    .filter(name => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
    .sort(byCode)
  const headers = names.map(name => `${name}:${call.headers[name]?.trim()}\n`).join('')
  const signed = names.join(';')
  const parts = [call.method, call.path, aliyunQuery(call.query), headers, signed, sha256(call.body)]
  return { canonical: parts.join('\n'), signed }
}

/** The query as it is sent and signed. */
export const aliyunQuery = (query: Readonly<Record<string, string>>): string =>
  Object.keys(query)
    .sort(byCode)
    .map(name => `${encode(name)}=${encode(query[name] ?? '')}`)
    .join('&')

/** RFC 3986: only letters, digits and `-_.~` stay as they are. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const byCode = (a: string, b: string): number => (a < b ? -1 : 1)
