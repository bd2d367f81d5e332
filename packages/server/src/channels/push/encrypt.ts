import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser gave when it subscribed, base64url. */
export interface Browser {
  p256dh: string
  auth: string
}

/** What is drawn anew for each message; given only where the same message must come out. */
export interface Chance {
  privateKey: Buffer
  salt: Buffer
}

const recordSize = 4096
/** More than this does not fit into the one record that push services take. */
export const mostBytes = recordSize - 86 - 17

/** Encrypts for one browser (RFC 8291, `aes128gcm` of RFC 8188): the push service carries it and cannot read it. */
export function encrypt(message: Buffer, { p256dh, auth }: Browser, chance?: Chance): Buffer {
  const ours = createECDH('prime256v1')
  if (chance) ours.setPrivateKey(chance.privateKey)
  else ours.generateKeys()
  const salt = chance?.salt ?? randomBytes(16)
  const theirs = Buffer.from(p256dh, 'base64url')
  const point = ours.getPublicKey()
  const agreed = ours.computeSecret(theirs)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, point])
  const secret = derive(agreed, Buffer.from(auth, 'base64url'), info, 32)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // A 2 ends the last record, and there is only one.
  const sealed = Buffer.concat([cipher.update(Buffer.concat([message, Buffer.from([2])])), cipher.final()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(recordSize)
  return Buffer.concat([salt, size, Buffer.from([point.length]), point, sealed, cipher.getAuthTag()])
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))
