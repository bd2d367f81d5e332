import { expect, test } from 'vitest'
import { timeLeaf } from './times.ts'

const now = new Date('2026-11-25T18:30:00Z') // Thursday 02:30 in Shanghai
const zone = 'Asia/Shanghai'
const between = (from: string | null, to: string | null) => ({
  all: [
    ...(from ? [{ field: 'createdAt', op: 'atLeast', value: `${from}T16:00:00.000Z` }] : []),
    ...(to ? [{ field: 'createdAt', op: 'before', value: `${to}T16:00:00.000Z` }] : []),
  ],
})
const within = (value: string) => ({ field: 'createdAt', op: 'withinLast', value })

test.each<[string, unknown]>([
  ['7d', within('P7D')],
  ['7天', within('P7D')],
  ['24h', within('PT24H')],
  ['2周内', within('P2W')],
  ['3个月', within('P3M')],
  ['1Y', within('P1Y')],
  ['今天', between('2026-11-25', '2026-11-26')],
  ['today', between('2026-11-25', '2026-11-26')],
  ['昨天', between('2026-11-24', '2026-11-25')],
  ['本周', between('2026-11-22', '2026-11-29')],
  ['本月', between('2026-10-31', '2026-11-30')],
  ['2026-11-22', between('2026-11-21', '2026-11-22')],
  ['2026/1/2', between('2026-01-01', '2026-01-02')],
  ['2026年11月22日', between('2026-11-21', '2026-11-22')],
  ['2026年11月', between('2026-10-31', '2026-11-30')],
  ['2026-11', between('2026-10-31', '2026-11-30')],
  ['２０２６-１１-２２', between('2026-11-21', '2026-11-22')],
  ['2026-11-01..2026-11-22', between('2026-10-31', '2026-11-22')],
  ['2026-11-01至今天', between('2026-10-31', '2026-11-26')],
  ['2026-11-01..', between('2026-10-31', null)],
  ['..2026-11-22', between(null, '2026-11-22')],
])('%s', (typed, leaf) => {
  expect(timeLeaf('createdAt', typed, now, zone)).toEqual(leaf)
})

test.each(['', '..', 'x', '7', '7q', '9999d', '2026-13-01', '2026-02-30', '0000-01-01', '3026-01-01', '2026-11-01..x'])(
  '%j is no time',
  typed => {
    expect(timeLeaf('createdAt', typed, now, zone)).toBeUndefined()
  },
)
