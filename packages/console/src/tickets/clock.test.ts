import { expect, test } from 'vitest'
import { dueOf, nearestOf, type TicketClock } from './clock.ts'

const noon = Date.parse('2026-11-27T12:00:00Z')
const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString()
const hours = (n: number) => n * 3600
const clock = (more: Partial<TicketClock>): TicketClock => ({
  id: 'a',
  target: 'resolution',
  state: 'running',
  startedAt: at(-60),
  dueAt: at(60),
  warnsAt: at(40),
  warnedAt: null,
  endedAt: null,
  breachedAt: null,
  targetSeconds: hours(2),
  usedSeconds: 0,
  extendedSeconds: 0,
  asked: null,
  ...more,
})
const stands = (clocks: TicketClock[], runState: 'running' | 'paused' = 'running') => dueOf({ clocks, runState }, noon)

test.each<[string, Partial<TicketClock>, 'red' | 'yellow' | null]>([
  ['long before its warning', {}, null],
  ['an eighth before the end, but warned later by its policy', { dueAt: at(15), warnsAt: at(10) }, null],
  ['from its warning on, told of or not', { warnsAt: at(0) }, 'yellow'],
  ['as the server has stamped it', { warnsAt: at(-1), warnedAt: at(-1) }, 'yellow'],
  ['without a yellow card', { dueAt: at(1), warnsAt: null }, null],
  ['at the due time, before the server has looked', { dueAt: at(0), warnsAt: at(-20) }, 'red'],
  ['missed', { dueAt: at(-5), breachedAt: at(-5), warnedAt: at(-25) }, 'red'],
  ['missed, and more was promised afterwards', { dueAt: at(30), breachedAt: at(-5) }, 'red'],
  ['warned, then granted more time', { dueAt: at(300), warnsAt: at(280), warnedAt: null }, null],
  ['standing still after its warning', { state: 'paused', usedSeconds: hours(1.9), warnedAt: at(-2) }, 'yellow'],
  ['standing still; its old warning time passes', { state: 'paused', usedSeconds: 0, warnsAt: at(-5) }, null],
])('the card %s', (_, more, card) => {
  expect(stands([clock(more)])?.card).toBe(card)
})

test.each<[string, TicketClock[], string | undefined]>([
  ['none', [], undefined],
  ['none that is not over', [clock({ state: 'met' }), clock({ state: 'dropped' })], undefined],
  ['the one that is due first', [clock({ id: 'late', dueAt: at(90) }), clock({ id: 'soon', dueAt: at(30) })], 'soon'],
  ['one that is over already', [clock({ id: 'soon' }), clock({ id: 'over', dueAt: at(-30) })], 'over'],
  [
    'a running one before one that stands still',
    [clock({ id: 'stands', state: 'paused', dueAt: at(1) }), clock({ id: 'runs', dueAt: at(600) })],
    'runs',
  ],
  [
    'of those that stand still the one with the least left',
    [
      clock({ id: 'much', state: 'paused', targetSeconds: hours(8), dueAt: at(1) }),
      clock({ id: 'little', state: 'paused', usedSeconds: hours(1.5), dueAt: at(500) }),
    ],
    'little',
  ],
])('the nearest: %s', (_, clocks, id) => {
  expect(nearestOf(clocks)?.id).toBe(id)
})

test('how long, how much of the whole, and until when', () => {
  expect(stands([clock({})])).toEqual({
    left: 3600,
    share: 0.5,
    card: null,
    paused: false,
    at: at(60),
    target: 'resolution',
  })
  // Over a weekend there is more time than was promised to be worked.
  expect(stands([clock({ dueAt: at(3000), warnsAt: at(2980) })])?.share).toBe(1)
  expect(stands([clock({ dueAt: at(-60) })])).toMatchObject({ left: -3600, share: 0 })
  expect(stands([clock({ state: 'paused', usedSeconds: 1800 })])).toEqual({
    left: 5400,
    share: 0.75,
    card: null,
    paused: true,
    at: null,
    target: 'resolution',
  })
})

test('what is just being paused stands still at once', () => {
  expect(stands([clock({ usedSeconds: 1800 })], 'paused')).toMatchObject({ paused: true, at: null, left: 5400 })
})
