import { expect, test } from 'vitest'
import { nextTry, usualPauses } from './pauses.ts'

const now = new Date('2026-11-22T02:00:00Z')
const after = (attempts: number, chance: number) => {
  const next = nextTry(attempts, now, chance)
  return next && (next.getTime() - now.getTime()) / 1000
}

test('the pauses grow, eight tries fit in about a day, and then it is over', () => {
  const middle = usualPauses.map((_, at) => after(at + 1, 0.5))
  expect(middle).toEqual(usualPauses)
  expect(middle).toEqual(middle.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  expect(usualPauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(26 * 3600)
  expect(after(usualPauses.length + 1, 0.5)).toBeUndefined()
})

test('chance spreads them by a fifth', () => {
  expect(after(1, 0)).toBe(48)
  expect(after(1, 1)).toBe(72)
})
