import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeName } from './safe-name.ts'

test.each([
  ['照片.jpg', '照片.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\system32\\cmd.exe', 'cmd.exe'],
  ['C:\\Users\\李雷\\发票.pdf', '发票.pdf'],
  ['/etc/', 'file'],
  ['..', 'file'],
  ['.htaccess', 'htaccess'],
  ['invoice\u202egnp.exe', 'invoicegnp.exe'],
  ['a\u2066b\u2069.png', 'ab.png'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
  ['nul\0.txt', '_nul.txt'],
  ['CON', '_CON'],
  ['com1.log', '_com1.log'],
  ['<script>.html', '_script_.html'],
  ['a"b|c?.txt', 'a_b_c_.txt'],
  ['  空 格  .txt ', '空 格 .txt'],
  ['', 'file'],
  ['\ud800.txt', '\ufffd.txt'],
  ['👨‍👩‍👧.png', '👨‍👩‍👧.png'],
])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe))

test('a long name keeps its ending and no half character', () => {
  const long = safeName(`${'很'.repeat(300)}.docx`)
  expect(long).toHaveLength(200)
  expect(long.endsWith('很.docx')).toBe(true)
  expect(safeName(`${'😀'.repeat(150)}.png`).isWellFormed()).toBe(true)
  expect(safeName(`x.${'y'.repeat(300)}`)).toHaveLength(200)
})

test('whatever comes in, what comes out is harmless and stays as it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 400 })), name => {
      const safe = safeName(name)
      expect(safe).toMatch(/^[^/\\<>:"|?*\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u)
      expect(safe.length).toBeLessThanOrEqual(201)
      expect(safe.isWellFormed()).toBe(true)
      expect(safeName(safe)).toBe(safe)
    }),
    { numRuns: 2000 },
  )
})
