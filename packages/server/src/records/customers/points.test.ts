import { expect, test } from 'vitest'
import { normalise } from './points.ts'

test.each([
  ['Li.Lei@Example.COM', 'li.lei@example.com'],
  [' lilei@example.com ', 'lilei@example.com'],
  ['ＬＩＬＥＩ@example.com', 'lilei@example.com'],
  ['李雷@例子.中国', '李雷@例子.中国'],
  ['李雷@xn--fsqu00a.xn--fiqs8s', '李雷@例子.中国'],
  ['a+b@example.com', 'a+b@example.com'],
  ['İ@example.com', 'i̇@example.com'],
])('mail address %s', (text, value) => expect(normalise('email', text)).toEqual({ kind: 'email', value }))

test('traditional and simplified mailboxes are two mailboxes', () => {
  expect(normalise('email', '國@example.com')?.value).not.toBe(normalise('email', '国@example.com')?.value)
})

test.each([
  '',
  'lilei',
  'a@b@c',
  '@example.com',
  'lilei@',
  'a b@example.com',
  'a＠b@example.com',
  'a<b>@example.com',
  `${'a'.repeat(65)}@example.com`,
])('no mail address: %s', text => expect(normalise('email', text)).toBeUndefined())

test('an external id is kept as it is, without the spaces around it', () => {
  expect(normalise('external', ' CRM-０01 ')).toEqual({ kind: 'external', value: 'CRM-001' })
  expect(normalise('external', '  ')).toBeUndefined()
})
