import { expect, test } from 'vitest'
import { clockOf } from './clockTime.ts'

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9:30', '09:30'],
  [' 09：30 ', '09:30'],
  ['１８:００', '18:00'],
  ['24', '24:00'],
  ['24:00', '24:00'],
  ['24:01', undefined],
  ['25:00', undefined],
  ['9:3', undefined],
  ['九点', undefined],
  ['', undefined],
])('%j is %j', (text, time) => {
  expect(clockOf(text)).toBe(time)
})
