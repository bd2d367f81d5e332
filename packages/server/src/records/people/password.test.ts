import { expect, test } from 'vitest'
import { hashPassword, initialPassword, isPassword, nobodysHash } from './password.ts'

test('a password fits its own hash and no other', async () => {
  const hash = await hashPassword('correct horse')
  expect(await isPassword(hash, 'correct horse')).toBe(true)
  expect(await isPassword(hash, 'correct horsf')).toBe(false)
  expect(await hashPassword('correct horse')).not.toBe(hash)
})

test('full-width letters of an input method are the letters that were meant', async () => {
  expect(await isPassword(await hashPassword('ｐａｓｓ１２３４'), 'pass1234')).toBe(true)
})

test('nobody costs as much to check as somebody, and has no password', async () => {
  const cost = (hash: string) => hash.split('$').slice(1, 4)
  expect(cost(nobodysHash)).toEqual(cost(await hashPassword('anything')))
  expect(await isPassword(nobodysHash, '')).toBe(false)
})

test('an initial password is readable, long enough, and never the same', () => {
  const made = Array.from({ length: 200 }, initialPassword)
  for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/)
  expect(new Set(made).size).toBe(200)
})
