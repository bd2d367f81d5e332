import { describe, expect, test } from 'vitest'
import { type Counted, figureSetOf, type Spread } from './set.ts'

const of = (kind: string, n: number, more: Partial<Counted> = {}): Counted => ({
  kind,
  word: null,
  first: true,
  score: null,
  n,
  ...more,
})
const set = (rows: readonly Counted[], spreads: readonly Spread[] = [], surveysTold = true) =>
  figureSetOf(rows, spreads, undefined, 3, surveysTold)

describe('every formula, by hand', () => {
  test.each<[string, readonly Counted[], object]>([
    ['nothing', [], { created: 0, backlog: 3, overdue: { n: 0, of: 0 }, firstResponse: { count: 0, median: null } }],
    ['created, however they are apart', [of('created', 2), of('created', 3, { word: 'x' })], { created: 5 }],
    [
      'promises: each target apart, what was answered is none',
      [
        of('breached', 3, { word: 'response' }),
        of('kept', 9, { word: 'response' }),
        of('kept', 1, { word: 'response', first: false }),
        of('kept', 4, { word: 'progress' }),
        of('warned', 5, { word: 'resolution' }),
        of('extended', 2, { word: 'resolution' }),
        of('responded', 20),
      ],
      {
        promises: {
          response: { kept: 10, breached: 3, warned: 0, extended: 0 },
          nextResponse: { kept: 0, breached: 0 },
          resolution: { kept: 0, breached: 0, warned: 5, extended: 2 },
          progress: { kept: 4, breached: 0 },
        },
      },
    ],
    [
      'manual: first assignments by hand, of all first assignments',
      [
        of('assigned', 1, { word: 'manual' }),
        of('assigned', 4, { word: 'auto' }),
        of('assigned', 2, { word: 'claim' }),
        of('assigned', 1, { word: 'api' }),
        of('assigned', 1, { word: 'import' }),
      ],
      { manual: { n: 1, of: 9 }, claimed: 2, automatic: 4 },
    ],
    [
      'satisfaction: average, 4 and 5 of all, answered of asked',
      [
        of('rated', 1, { score: 1 }),
        of('rated', 2, { score: 4 }),
        of('rated', 1, { score: 5, word: 'comment' }),
        of('asked', 10),
      ],
      {
        satisfaction: {
          average: 14 / 4,
          satisfied: { n: 3, of: 4 },
          answered: { n: 4, of: 10 },
          scores: [1, 0, 0, 2, 1],
        },
      },
    ],
    [
      'a rating without a score is none',
      [of('rated', 5)],
      { satisfaction: { average: null, satisfied: { n: 0, of: 0 } } },
    ],
    [
      'reopened: tickets for the first time, of those solved for the first time',
      [of('solved', 10), of('solved', 3, { first: false }), of('reopened', 2), of('reopened', 1, { first: false })],
      { solved: 13, reopened: { n: 2, of: 10 }, reopenings: 3 },
    ],
    [
      'urged: tickets for the first time, of those created; and all urges',
      [of('created', 8), of('urged', 2), of('urged', 5, { first: false })],
      { urged: { n: 2, of: 8 }, urges: 7 },
    ],
    ['ended otherwise', [of('cancelled', 2), of('forceEnded', 1), of('closed', 4)], { ended: 3, closed: 4 }],
    [
      'handed on',
      [of('transferred', 2), of('returned', 1), of('followedUp', 1)],
      { transferred: 2, returned: 1, followedUp: 1 },
    ],
  ])('%s', (_name, rows, expected) => expect(set(rows)).toMatchObject(expected))

  test('overdue and extended are tickets, of all targets and of each', () => {
    const tickets = { missed: 3, measured: 12, extended: 2, concerned: 14 }
    const { overdue, extended, promises } = figureSetOf(
      [],
      [],
      { ...tickets, missedOf: [1, 0, 0, 0, 3], measuredOf: [10, 0, 0, 0, 4] },
      0,
    )
    expect({ overdue, extended }).toEqual({ overdue: { n: 3, of: 12 }, extended: { n: 2, of: 14 } })
    expect(promises.response.overdue).toEqual({ n: 1, of: 10 })
    expect(promises.progress.overdue).toEqual({ n: 3, of: 4 })
    expect(promises.resolution.overdue).toEqual({ n: 0, of: 0 })
  })

  test('times are those of their kind', () => {
    const spread = { kind: 'solved', count: 2, median: 60, p90: 90, average: 61.5 }
    expect(set([], [spread])).toMatchObject({
      handling: { count: 2, median: 60, p90: 90, average: 61.5 },
      firstResponse: { count: 0, median: null, p90: null, average: null },
    })
  })

  test('a desk that tells of no surveys counts one for each solution', () => {
    const rows = [of('rated', 1, { score: 5 }), of('solved', 4)]
    expect(set(rows, [], false).satisfaction.answered).toEqual({ n: 1, of: 4 })
    expect(set(rows, [], true).satisfaction.answered).toEqual({ n: 1, of: 0 })
  })
})
