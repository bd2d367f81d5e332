import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { encrypt } from './encrypt.ts'
import { decrypt } from './fixtures/browser.ts'
import { signed } from './vapid.ts'

const bytes = (text: string) => Buffer.from(text, 'base64url')

describe('encryption', () => {
  /** RFC 8291, appendix A. */
  const browser = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  }
  const privateKey = bytes('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94')
  const watermelon = Buffer.from('When I grow up, I want to be a watermelon')

  test('is that of RFC 8291 to the byte', () => {
    const chance = {
      privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
      salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
    }
    expect(encrypt(watermelon, browser, chance).toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    )
  })

  test('is read by its browser, and differs each time', () => {
    const [one, two] = [encrypt(watermelon, browser), encrypt(watermelon, browser)]
    expect(one.equals(two)).toBe(false)
    expect(decrypt(one, { ...browser, privateKey })).toEqual(watermelon)
    expect(decrypt(two, { ...browser, privateKey })).toEqual(watermelon)
  })
})

describe('who sends', () => {
  const keyAt = (point: Buffer) =>
    createPublicKey({
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
      format: 'jwk',
    })
  const holds = (token: string, key: ReturnType<typeof keyAt>) => {
    const [head, body, seal] = token.split('.')
    return verify('sha256', Buffer.from(`${head}.${body}`), { key, dsaEncoding: 'ieee-p1363' }, bytes(String(seal)))
  }

  test('the example of RFC 8292 holds by our measure', () => {
    const token =
      'eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA'
    const point = bytes('BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs')
    expect(holds(token, keyAt(point))).toBe(true)
  })

  test('ours do too', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    const token = signed({ aud: 'https://push.example.net', exp: 1453523768, sub: 'mailto:push@example.com' }, key)
    expect(holds(token, publicKey)).toBe(true)
    expect(token.split('.').slice(0, 2).join('.')).toBe(
      'eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0',
    )
  })
})
