import { createPrivateKey, sign } from 'node:crypto'
import type { Desk } from '../../kernel/desk.ts'
import { mailboxes } from '../../records/mailboxes/index.ts'
import { pushKeys } from '../../records/notifications/index.ts'

const hours = 12

/** Says who sends (VAPID, RFC 8292): a browser subscribed to this desk's key, and its push service takes nobody else's. */
export async function authorization(desk: Desk, endpoint: string): Promise<string> {
  const { publicKey, privateKey } = await pushKeys(desk.db)
  const expires = Math.floor(desk.clock().getTime() / 1000) + hours * 3600
  const token = signed({ aud: new URL(endpoint).origin, exp: expires, sub: await contact(desk) }, privateKey)
  return `vapid t=${token}, k=${publicKey}`
}

/** Whom a push service asks when something is wrong with what we send. */
async function contact(desk: Desk): Promise<string> {
  const { publicUrl } = desk.config
  if (publicUrl?.startsWith('https:')) return publicUrl
  return `mailto:${(await desk.configuration.current()).of(mailboxes).default.address}`
}

/** A JSON web token by ES256; `privateKey` is PKCS #8 in base64. */
export function signed(claims: Record<string, unknown>, privateKey: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const body = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return `${body}.${sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}
