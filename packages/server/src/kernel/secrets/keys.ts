import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export interface SecretKey {
  id: string
  /** 32. */
  bytes: Buffer
}

/** `k2:base64, k1:base64`, by commas, spaces or lines; undefined when a key is malformed, an id stands twice, or there is none. */
export function readSecretKeys(text: string): SecretKey[] | undefined {
  const keys = text
    .split(/[\s,]+/)
    .filter(part => part !== '')
    .map(readKey)
  if (keys.length === 0 || !keys.every(key => key !== undefined)) return undefined
  return new Set(keys.map(({ id }) => id)).size === keys.length ? keys : undefined
}

function readKey(text: string): SecretKey | undefined {
  const [, id, encoded = ''] = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/.exec(text) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  return id && bytes.length === 32 ? { id, bytes } : undefined
}

export const newSecretKey = (): SecretKey => ({ id: `k${randomBytes(4).toString('hex')}`, bytes: randomBytes(32) })
export const writtenKey = ({ id, bytes }: SecretKey): string => `${id}:${bytes.toString('base64')}`

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** Encrypts by AES-256-GCM. `place` is where it belongs: put elsewhere it cannot be opened. Base64url. */
export function seal({ bytes }: SecretKey, text: string, place: string): string {
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, bytes, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(place))
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, body, sealing.getAuthTag()]).toString('base64url')
}

/** Undefined when the key is another one, the place is another one, or somebody has changed it. */
export function unseal({ bytes }: SecretKey, sealed: string, place: string): string | undefined {
  const all = Buffer.from(sealed, 'base64url')
  if (all.length < nonceLength + tagLength) return undefined
  const opening = createDecipheriv(cipher, bytes, all.subarray(0, nonceLength), { authTagLength: tagLength })
  opening.setAAD(Buffer.from(place)).setAuthTag(all.subarray(-tagLength))
  try {
    const body = all.subarray(nonceLength, -tagLength)
    return Buffer.concat([opening.update(body), opening.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
