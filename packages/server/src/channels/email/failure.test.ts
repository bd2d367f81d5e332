import { describe, expect, test } from 'vitest'
import { failureOf } from './failure.ts'

describe('a try that failed', () => {
  test.each([
    ['no such user', { code: 'EENVELOPE', responseCode: 550 }, false, 'permanent'],
    ['too big for them', { code: 'EMESSAGE', responseCode: 552 }, true, 'permanent'],
    ['greylisted', { code: 'EENVELOPE', responseCode: 451 }, false, 'passing'],
    ['full for now, after the last byte', { code: 'EMESSAGE', responseCode: 452 }, true, 'passing'],
    ['our password is wrong', { code: 'EAUTH', responseCode: 535 }, false, 'passing'],
    ['they do not want us today', { code: 'EPROTOCOL', responseCode: 554 }, false, 'passing'],
    ['nobody there', { code: 'ESOCKET' }, false, 'passing'],
    ['cut before the last byte', { code: 'ECONNECTION' }, false, 'passing'],
    ['cut after the last byte', { code: 'ECONNECTION' }, true, 'uncertain'],
    ['silence after the last byte', { code: 'ETIMEDOUT' }, true, 'uncertain'],
    ['an address that is none', { code: 'EENVELOPE' }, false, 'permanent'],
    ['something else', 'a word', false, 'passing'],
  ] as const)('%s', (_name, error, isOut, failure) => {
    expect(failureOf(error, isOut).failure).toBe(failure)
  })

  test('says what the server said', () => {
    expect(
      failureOf({ message: 'x', response: '550 5.1.1 No such user', responseCode: 550, code: 'EENVELOPE' }, false)
        .message,
    ).toBe('550 5.1.1 No such user')
  })
})
