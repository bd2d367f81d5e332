import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixtures } from '../fixtures/jar.ts'
import { writerOf } from './machine.ts'
import { readMail } from './mail.ts'

const splice = fc.record({
  mail: fc.constantFrom(...fixtures.filter(({ bytes }) => bytes.length < 20_000)),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(200),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom(
        '\r\n\r\n',
        '--',
        '=?utf-8?B?',
        '"',
        ';',
        '\0',
        'Content-Type: multipart/mixed; boundary=',
        '=\r\n',
        '<',
        '>',
      )
      .map(text => Buffer.from(text)),
  ),
})

test('no mail is too broken to be read, and what is read is clean', () => {
  fc.assert(
    fc.property(fc.array(splice, { minLength: 1, maxLength: 4 }), splices => {
      let raw = splices[0]?.mail.bytes ?? Buffer.alloc(0)
      for (const { at, cut, put } of splices) {
        const from = Math.floor(at * raw.length)
        raw = Buffer.concat([raw.subarray(0, from), put, raw.subarray(from + cut)])
      }
      const mail = readMail(raw)
      writerOf(mail, { from: '', domains: new Set() })
      const said = `${mail.subject}${mail.from?.name ?? ''}${mail.from?.address ?? ''}${mail.text}`
      expect(said.isWellFormed()).toBe(true)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
      expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e]/)
      expect(mail.html ?? '').not.toMatch(/<script|<iframe|\son\w+=|javascript:/i)
    }),
    { numRuns: 1500 },
  )
}, 60_000)
