import { expect, test } from 'vitest'
import { type ExplainedClock, pictureOf, placeIn, type Stretch, sumsOf } from './picture.ts'

const day = '2026-11-27T'
const iso = (time: string) => new Date(time.includes('T') ? `${time}Z` : `${day}${time}:00Z`).toISOString()
const clockText = (at: number) => {
  const text = new Date(at).toISOString()
  return text.startsWith(day) ? text.slice(11, 16) : text.slice(5, 16)
}
const stretch = (from: string, to: string, more: Partial<Stretch> = {}): Stretch => ({
  from: iso(from),
  to: iso(to),
  state: 'running',
  cause: 'started',
  text: '',
  seconds: 0,
  targetSeconds: 7200,
  shut: [],
  ...more,
})
const clock = (more: Partial<ExplainedClock>): ExplainedClock => ({
  id: 'a',
  target: 'resolution',
  policy: null,
  calendar: null,
  state: 'running',
  targetSeconds: 7200,
  extendedSeconds: 0,
  usedSeconds: 0,
  startedAt: iso('09:00'),
  dueAt: iso('11:00'),
  warnsAt: iso('10:36'),
  warnedAt: null,
  breachedAt: null,
  endedAt: null,
  missedBy: null,
  asked: null,
  stretches: [],
  ...more,
})
const said = (...given: Parameters<typeof pictureOf>) => {
  const { parts, marks } = pictureOf(...given)
  return [
    ...parts.map(({ from, to, kind, ahead }) => `${clockText(from)}-${clockText(to)} ${kind}${ahead ? ' ahead' : ''}`),
    ...marks.map(({ at, kind }) => `${clockText(at)} ${kind}`),
  ]
}
const open = (from: string, to: string) => ({ from: Date.parse(iso(from)), to: Date.parse(iso(to)), open: true })
const shut = (from: string, to: string) => ({ ...open(from, to), open: false })

test('one that runs goes on until it is due', () => {
  expect(said(clock({ stretches: [stretch('09:00', '09:30')] }), [open('09:30', '11:00')])).toEqual([
    '09:00-09:30 running',
    '09:30-11:00 running ahead',
    '09:30 now',
    '10:36 yellow',
    '11:00 due',
  ])
})

test('outside working hours it is shut, behind and ahead', () => {
  const lunch = [{ from: iso('09:20'), to: iso('09:40') }]
  expect(
    said(clock({ stretches: [stretch('09:00', '10:00', { shut: lunch })], dueAt: iso('11:30'), warnsAt: null }), [
      open('10:00', '10:20'),
      shut('10:20', '11:00'),
      open('11:00', '11:30'),
    ]),
  ).toEqual([
    '09:00-09:20 running',
    '09:20-09:40 shut',
    '09:40-10:00 running',
    '10:00-10:20 running ahead',
    '10:20-11:00 shut ahead',
    '11:00-11:30 running ahead',
    '10:00 now',
    '11:30 due',
  ])
})

test('while it stands still nobody knows when it will be due', () => {
  expect(
    said(
      clock({
        state: 'paused',
        warnedAt: iso('09:10'),
        stretches: [stretch('09:00', '09:20'), stretch('09:20', '13:00', { state: 'paused' })],
      }),
      [],
    ),
  ).toEqual(['09:00-09:20 running', '09:20-13:00 paused', '09:10 yellow', '13:00 now'])
})

test.each<[string, Partial<ExplainedClock>]>([
  ['as the server has stamped it', { breachedAt: iso('11:00') }],
  ['before the server has looked', {}],
])('what runs on after the due time is over, %s', (_, more) => {
  expect(said(clock({ warnsAt: null, stretches: [stretch('09:00', '11:30')], ...more }), [])).toEqual([
    '09:00-11:00 running',
    '11:00-11:30 over',
    '11:00 red',
    '11:30 now',
  ])
})

test('kept in time it ends before it was due, and nothing is ahead', () => {
  const met = clock({
    state: 'met',
    endedAt: iso('10:00'),
    warnsAt: iso('10:36'),
    stretches: [stretch('09:00', '10:00')],
  })
  expect(said(met, [])).toEqual(['09:00-10:00 running'])
})

test('how long it ran, stood still and waited for working hours', () => {
  expect(
    sumsOf([
      stretch('09:00', '09:30', { seconds: 25 * 60 }),
      stretch('09:30', '10:00', { state: 'paused' }),
      stretch('10:00', '10:10', { seconds: 600 }),
    ]),
  ).toEqual({ running: 35 * 60, paused: 30 * 60, shut: 5 * 60 })
})

test('moments stand in order from the start to the end, and ten minutes before a weekend can be seen', () => {
  const monday = '2026-11-30T09:00:00'
  const picture = pictureOf(
    clock({ stretches: [stretch('09:00', '09:10')], dueAt: iso('2026-11-30T10:50:00'), warnsAt: null }),
    [shut('09:10', monday), open(monday, '2026-11-30T10:50:00')],
  )
  const place = placeIn(picture)
  expect(place(picture.from)).toBe(0)
  expect(place(picture.to)).toBeCloseTo(1, 9)
  const [first] = picture.parts
  expect(place(first?.to ?? 0)).toBeGreaterThan(0.01)
  const places = picture.parts.flatMap(({ from, to }) => [place(from), place(to)])
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
})

test('a hundred nights leave most of the room to what is to scale', () => {
  const nights = Array.from({ length: 100 }, (_, at) => ({ from: at * 100 + 50, to: at * 100 + 100 }))
  const parts = nights.flatMap(({ from, to }) => [
    { from: from - 50, to: from, kind: 'running' as const, ahead: false },
    { from, to, kind: 'shut' as const, ahead: false },
  ])
  const place = placeIn({ from: 0, to: 10_000, parts, marks: [] })
  expect(place(5000)).toBeCloseTo(0.5, 5)
})
