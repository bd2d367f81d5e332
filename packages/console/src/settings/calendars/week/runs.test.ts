import { expect, test } from 'vitest'
import { alikeIn } from './runs.ts'

const day = [{ from: '09:00', to: '18:00' }]
const half = [{ from: '09:00', to: '12:00' }]

test.each([
  [[day, day, day, day, day, [], []], [[[0, 1, 2, 3, 4]]]],
  [
    [day, day, half, day, day, half, []],
    [
      [
        [0, 1],
        [3, 4],
      ],
      [[2], [5]],
    ],
  ],
  [[[], [], [], [], [], [], []], []],
  [[day, day, day, day, day, day, day], [[[0, 1, 2, 3, 4, 5, 6]]]],
])('%#', (week, runs) => {
  expect(alikeIn(week).map(alike => alike.runs)).toEqual(runs)
})
