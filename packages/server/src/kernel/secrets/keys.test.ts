import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSecretKey, readSecretKeys, seal, unseal, writtenKey } from './keys.ts'

const encoded = randomBytes(32).toString('base64')

test('what is sealed opens with the same key in the same place, and nowhere else', () => {
  const key = newSecretKey()
  const other = { ...newSecretKey(), id: key.id }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, place, elsewhere) => {
      const sealed = seal(key, text, place)
      expect(unseal(key, sealed, place)).toBe(text)
      expect(unseal(other, sealed, place)).toBeUndefined()
      if (place !== elsewhere) expect(unseal(key, sealed, elsewhere)).toBeUndefined()
    }),
  )
})

test('the same text never looks the same', () => {
  const key = newSecretKey()
  expect(new Set(Array.from({ length: 100 }, () => seal(key, 'secret', 'here'))).size).toBe(100)
})

test('a single changed bit is noticed', () => {
  const key = newSecretKey()
  const sealed = Buffer.from(seal(key, 'https://example.com/hook/abc', 'p'), 'base64url')
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const damaged = Buffer.from(sealed)
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(unseal(key, damaged.toString('base64url'), 'p')).toBeUndefined()
  }
  expect(unseal(key, '', 'p')).toBeUndefined()
  expect(unseal(key, sealed.subarray(0, 20).toString('base64url'), 'p')).toBeUndefined()
})

test('a key is written as it is read', () => {
  const key = newSecretKey()
  expect(readSecretKeys(`${writtenKey(key)}\n`)).toEqual([key])
  const keys = readSecretKeys(`new:${encoded}, old:${randomBytes(32).toString('base64url')}`)
  expect(keys?.map(({ id }) => id)).toEqual(['new', 'old'])
})

test.each([
  '',
  encoded,
  `:${encoded}`,
  `K1:${encoded}`,
  `k1:${randomBytes(31).toString('base64')}`,
  `k1:${randomBytes(33).toString('base64')}`,
  'k1:password',
  `k1:${encoded},k1:${encoded}`,
  `k1:${encoded},nonsense`,
])('%j is no list of keys', text => {
  expect(readSecretKeys(text)).toBeUndefined()
})
