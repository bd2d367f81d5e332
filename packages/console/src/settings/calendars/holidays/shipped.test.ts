import { chineseHolidays } from '@baton/contract'
import { expect, test } from 'vitest'
import { shippedName } from './shipped.ts'

test('every holiday that is shipped has a name in both languages', () => {
  expect(chineseHolidays.filter(({ name }) => !shippedName(name))).toEqual([])
})

test.each([
  ['春节', { holidays: ['springFestival'], isMakeUp: false }],
  ['国庆节、中秋节调休', { holidays: ['national', 'midAutumn'], isMakeUp: true }],
  ['店庆', undefined],
  ['春节、店庆', undefined],
  ['调休', undefined],
  ['', undefined],
])('%s', (name, made) => {
  expect(shippedName(name)).toEqual(made)
})
