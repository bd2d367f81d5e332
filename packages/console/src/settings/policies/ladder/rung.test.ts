import type { Rung } from '@baton/contract'
import { expect, test } from 'vitest'
import { byTime } from './rung.ts'
import { onSide, sideOf } from './side.ts'

const rung = (verb: string, input: Rung['input'], seconds: number): Rung => ({ seconds, verb, input })

test('rungs stand in the order of their times', () => {
  const [late, before, sameLate] = [
    rung('ticket.urge', {}, 7200),
    rung('ticket.urge', {}, -60),
    rung('ticket.alert', {}, 7200),
  ]
  expect(byTime([late, before, sameLate])).toEqual([before, late, sameLate])
})

test.each([
  [1800, 'before', -1800],
  [-3600, 'after', 3600],
  [1800, 'at', 0],
  [0, 'after', 1800],
  [0, 'before', -1800],
] as const)('%i seconds turned to %s are %i', (seconds, side, turned) => {
  expect(onSide(seconds, side)).toBe(turned)
  expect(sideOf(turned)).toBe(side)
})
