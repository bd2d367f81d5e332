import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../customers/index.ts'
import { mailsIn, phonesIn } from './points.ts'

describe('the phones in a cell', () => {
  test.each([
    ['13800138000', ['13800138000']],
    ['13800138000、13900139000', ['13800138000', '13900139000']],
    ['13800138000，13900139000；13700137000', ['13800138000', '13900139000', '13700137000']],
    ['13800138000/13900139000', ['13800138000', '13900139000']],
    ['13800138000 13900139000', ['13800138000', '13900139000']],
    ['138 0013 8000', ['138 0013 8000']],
    ['13800138000\n13900139000', ['13800138000', '13900139000']],
    ['010-62345678,801', ['010-62345678,801']],
    ['010-62345678 转 801、13800138000', ['010-62345678 转 801', '13800138000']],
    ['+861062345678;ext=801；+8613800138000', ['+861062345678;ext=801', '+8613800138000']],
    ['138****8000;139****9000', ['138****8000', '139****9000']],
    ['１３８００１３８０００、、13800138000', ['13800138000']],
    ['', []],
  ])('%j', (text, phones) => expect(phonesIn(text)).toEqual(phones))
})

test.each([
  ['li@example.com', ['li@example.com']],
  ['li@example.com, wang@example.com;li@example.com', ['li@example.com', 'wang@example.com']],
  ['li@example.com、wang@example.com', ['li@example.com', 'wang@example.com']],
])('the mails in a cell: %j', (text, mails) => expect(mailsIn(text)).toEqual(mails))

test('numbers that we write side by side are read as they were', () => {
  const mobile = fc.integer({ min: 0, max: 999_999_999 }).map(n => `+861${3 + (n % 7)}${String(n).padStart(9, '0')}`)
  const trunk = fc
    .tuple(fc.integer({ min: 20_000_000, max: 89_999_999 }), fc.integer({ min: 1, max: 999_999 }))
    .map(([n, extension]) => `+8610${n};ext=${extension}`)
  const abroad = fc.constantFrom('+85223456789', '+14155552671', '+442071838750')
  const masked = fc.constantFrom('138****8000', '62345678')
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(mobile, trunk, abroad, masked), { maxLength: 6 }), phones => {
      for (const join of ['、', '\n', '；', ' ; ']) expect(phonesIn(phones.join(join)), join).toEqual(phones)
      for (const phone of phones) {
        const kept = normalise('phone', phone)?.value
        expect(kept === undefined || kept === phone, phone).toBe(true)
      }
    }),
  )
})
