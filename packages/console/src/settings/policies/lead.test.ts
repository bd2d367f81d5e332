import { type CardLead, usualLead } from '@baton/contract'
import { expect, test } from 'vitest'
import { countIn, secondsOf, unitOf } from './duration.ts'
import { begunLead, countOf, isUsual, leadOf, wayOf } from './lead.ts'

test.each([
  [1800, 'minutes', 30],
  [3600, 'hours', 1],
  [5400, 'minutes', 90],
  [90, 'minutes', 1.5],
] as const)('%i seconds are spoken of in %s: %f', (seconds, unit, count) => {
  expect([unitOf(seconds), countIn(seconds, unit)]).toEqual([unit, count])
  expect(secondsOf(count, unit)).toBe(seconds)
})

test('nothing is shorter than a minute', () => {
  expect(secondsOf(0.001, 'hours')).toBe(60)
})

test.each<[CardLead | null, string, number | null, boolean]>([
  [{ share: 20 }, 'share', 20, true],
  [{ share: 25 }, 'share', 25, false],
  [{ seconds: 1800 }, 'minutes', 30, false],
  [{ seconds: 7200 }, 'hours', 2, false],
  [null, 'none', null, false],
])('%o is spoken of by %s', (lead, way, count, usual) => {
  expect([wayOf(lead), countOf(lead, wayOf(lead)), isUsual(lead)]).toEqual([way, count, usual])
  if (count !== null) expect(leadOf(count, wayOf(lead))).toEqual(lead)
})

test.each([
  [{ seconds: 1800 }, 'minutes', 'hours', { seconds: 30 * 3600 }],
  [{ seconds: 1800 }, 'minutes', 'share', usualLead],
  [usualLead, 'share', 'minutes', { seconds: 1800 }],
  [usualLead, 'share', 'hours', { seconds: 3600 }],
  [usualLead, 'share', 'none', null],
  [null, 'none', 'share', usualLead],
  [null, 'none', 'minutes', { seconds: 1800 }],
] as const)('%o from %s to %s is %o', (lead, before, way, begun) => {
  expect(begunLead(lead, before, way)).toEqual(begun)
})

test('a share is a whole one that leaves something', () => {
  expect([leadOf(0, 'share'), leadOf(99, 'share'), leadOf(33.4, 'share')]).toEqual([
    { share: 1 },
    { share: 90 },
    { share: 33 },
  ])
})
