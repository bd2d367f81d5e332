import { expect, test } from 'vitest'
import { Buckets, networkOf } from './buckets.ts'

test('so many at once, and one more every so many seconds', () => {
  const bucket = new Buckets({ most: 3, seconds: 10 })
  const take = (key: string, at: number) => {
    const wait = bucket.wait(key, at)
    if (wait === 0) bucket.take(key, at)
    return wait
  }
  expect([take('a', 0), take('a', 0), take('a', 0), take('a', 0)]).toEqual([0, 0, 0, 10])
  expect(take('b', 0)).toBe(0)
  expect([take('a', 4000), take('a', 10_000), take('a', 10_000)]).toEqual([6, 0, 10])
  bucket.giveBack('a')
  expect(take('a', 10_000)).toBe(0)
})

test('among very many keys, those that wait are remembered', () => {
  const bucket = new Buckets({ most: 1, seconds: 1000 })
  bucket.take('abuser', 0)
  for (let key = 0; key < 30_000; key++) bucket.take(String(key), 0)
  bucket.take('late', 1)
  expect(bucket.wait('late', 2)).toBeGreaterThan(0)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
])('%s belongs to %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})
