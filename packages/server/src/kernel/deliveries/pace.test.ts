import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLoft } from '../../../test/pigeons.ts'
import { rest, takeTurn, waitFor } from './pace.ts'

const twenty = [{ most: 20, seconds: 60 }]
const feishu = [
  { most: 100, seconds: 60 },
  { most: 5, seconds: 1 },
]
const second = 1000
const every = (count: number, step: number, from = 0) => Array.from({ length: count }, (_, at) => from + at * step)

test.each([
  ['nothing left yet', [], twenty, 0, 0],
  ['the twentieth goes', every(19, 1), twenty, 30, 0],
  ['the next waits until the first is a minute old', every(20, second), twenty, 20 * second, 40],
  ['at the full minute there is room', every(20, second), twenty, 60 * second, 0],
  ['five in a second', every(5, 100), feishu, 500, 0.5],
  ['the longer limit counts too', every(100, 250), feishu, 25_000, 35],
  ['both: the longer wait counts', [...every(95, 200), ...every(5, 10, 30_000)], feishu, 30_050, 29.95],
  ['a little ahead counts', every(20, 1, 30 * second), twenty, 29 * second, 61],
  ['a clock set back forgets what is to come', every(20, 1, 5000 * second), twenty, 0, 0],
])('%s', (_name, recent, paces, now, expected) => {
  expect(waitFor(recent, paces, now)).toBeCloseTo(expected, 6)
})

test('whoever waits as told never breaks a limit', () => {
  const gaps = fc.array(fc.nat(400), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(gaps, steps => {
      const left: number[] = []
      let now = 1_000_000
      for (const step of steps) {
        now += step
        now += Math.ceil(waitFor(left, feishu, now) * 1000)
        expect(waitFor(left, feishu, now)).toBe(0)
        left.push(now)
      }
      for (const { most, seconds } of feishu) {
        for (let at = most; at < left.length; at++)
          expect((left[at] ?? 0) - (left[at - most] ?? 0)).toBeGreaterThanOrEqual(seconds * 1000)
      }
    }),
  )
})

test('over all who send at once no more than allowed get a turn', async () => {
  const loft = await openLoft()
  try {
    const { desk } = await loft.deskWith()
    const { desk: other } = await loft.deskWith()
    const now = new Date('2026-11-22T02:00:00Z')
    const turn = { key: 'robot:1', paces: twenty }
    const tries = every(40, 0).map((_, at) => takeTurn(at % 2 ? desk : other, turn, () => now))
    const waits = await Promise.all(tries)
    expect(waits.filter(wait => wait === 0)).toHaveLength(20)
    expect(waits.filter(wait => wait === 60)).toHaveLength(20)
    expect(await takeTurn(desk, { ...turn, key: 'robot:2' }, () => now)).toBe(0)
    const later = new Date(now.getTime() + 60 * second)
    expect(await takeTurn(other, turn, () => later)).toBe(0)
    await rest(desk.db, turn.key, new Date(later.getTime() + 600 * second))
    expect(await takeTurn(other, turn, () => later)).toBe(600)
    expect(await takeTurn(desk, turn, () => new Date(later.getTime() + 600 * second))).toBe(0)
  } finally {
    await loft.close()
  }
})
