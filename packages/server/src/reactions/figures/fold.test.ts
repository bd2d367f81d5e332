import { describe, expect, test } from 'vitest'
import {
  after,
  breach,
  claim,
  type Line,
  lived,
  moves,
  noneOwn,
  opened,
  reply,
  solve,
  tech,
  to,
  told,
  wang,
  zhao,
} from '../../../test/ticket-lines.ts'
import { fold } from './fold.ts'

describe('which facts a life makes', () => {
  test.each<[string, Line[], string[]]>([
    [
      'taken from the pool and solved',
      [opened(), claim(30), reply(60), solve(90)],
      ['created 1', 'assigned claim 1', 'responded 3600 1', 'solved 3600 1'],
    ],
    ['given at once', [opened(to(after, wang))], ['created 1', 'assigned manual 1']],
    [
      'given by hand, then to another: only the first counts',
      [
        opened(),
        [5, 'ticket.assigned', { mode: 'manual', ...moves(['status', 'assigned'], ['assigneeId', wang]) }],
        [9, 'ticket.assigned', { mode: 'auto', ...moves(['assigneeId', zhao]) }],
      ],
      ['created 1', 'assigned manual 1'],
    ],
    [
      'a key gives it, without a mode',
      [opened(), [5, 'ticket.assigned', moves(['assigneeId', wang]), 'key']],
      ['created 1', 'assigned api 1'],
    ],
    [
      'whoever answers takes it',
      [opened(), reply(10, moves(['assigneeId', wang], ['status', 'in_progress']))],
      ['created 1', 'assigned claim 1', 'responded 600 1'],
    ],
    [
      'only the first answer counts',
      [opened(), reply(10), [20, 'ticket.replied', { first: false, changes: [] }], reply(30)],
      ['created 1', 'responded 600 1'],
    ],
    [
      'a call-back that reached somebody is an answer, one that did not is none',
      [
        opened(),
        [10, 'ticket.called', { outcome: 'unreached', first: false, changes: [] }],
        [20, 'ticket.called', { outcome: 'reached', first: true, changes: [] }],
        reply(30),
      ],
      ['created 1', 'responded 1200 1'],
    ],
    ['too late', [opened(), breach(121, 120), reply(130)], ['created 1', 'breached response 1', 'responded 7800 1']],
    [
      'pauses are taken off',
      [opened(), claim(0), [10, 'ticket.paused'], [40, 'ticket.resumed'], solve(60)],
      ['created 1', 'assigned claim 1', 'solved 1800 1'],
    ],
    [
      'two pauses, one still on',
      [opened(), claim(0), [10, 'ticket.paused'], [20, 'ticket.resumed'], [30, 'ticket.paused'], solve(60)],
      ['created 1', 'assigned claim 1', 'solved 1200 1'],
    ],
    [
      'a pause before anybody had it is nobody’s',
      [opened(), [5, 'ticket.paused'], [25, 'ticket.resumed'], claim(30), solve(60)],
      ['created 1', 'assigned claim 1', 'solved 1800 1'],
    ],
    [
      'a pause that began before it was taken up',
      [
        opened(to(after, wang)),
        [5, 'ticket.paused'],
        [20, 'ticket.acknowledged', moves(['status', 'in_progress'])],
        [25, 'ticket.resumed'],
        solve(60),
      ],
      ['created 1', 'assigned manual 1', 'solved 2100 1'],
    ],
    [
      'never taken up: from when it was given',
      [opened(to(after, wang)), solve(45)],
      ['created 1', 'assigned manual 1', 'solved 2700 1'],
    ],
    [
      'taken up counts, not given',
      [opened(to(after, wang)), [30, 'ticket.acknowledged', moves(['status', 'in_progress'])], solve(45)],
      ['created 1', 'assigned manual 1', 'solved 900 1'],
    ],
    ['solved by nobody in particular: no time', [opened(), solve(45)], ['created 1', 'solved 1']],
    [
      'answered and solved in one',
      [opened(), reply(10, moves(['status', 'solved'], ['assigneeId', wang])), [10, 'ticket.solved', { changes: [] }]],
      ['created 1', 'assigned claim 1', 'responded 600 1', 'solved 0 1'],
    ],
    [
      'again: each cycle counts its own time',
      [opened(), claim(0), solve(60), [100, 'ticket.reopened', moves(['status', 'in_progress'])], solve(110)],
      ['created 1', 'assigned claim 1', 'solved 3600 1', 'reopened 1', 'solved 600 2'],
    ],
    [
      'the customer reopens',
      [
        opened(),
        claim(0),
        solve(60),
        [100, 'ticket.received', { reopened: true, ...moves(['status', 'in_progress']) }, 'outside'],
      ],
      ['created 1', 'assigned claim 1', 'solved 3600 1', 'reopened 1'],
    ],
    [
      'a message reopens nothing',
      [opened(), [100, 'ticket.received', { reopened: false, changes: [] }, 'outside']],
      ['created 1'],
    ],
    [
      'urged, handed on and back, closed',
      [
        opened(),
        [1, 'ticket.urged', moves()],
        [2, 'ticket.urged', moves()],
        [3, 'ticket.transferred', moves(['departmentId', tech])],
        [4, 'ticket.returned', moves(['departmentId', after])],
        [5, 'ticket.closed', moves(['status', 'closed'])],
      ],
      ['created 1', 'urged 1', 'urged 2', 'transferred 1', 'returned 1', 'closed 1'],
    ],
    [
      'cancelled; force-ended',
      [
        opened(),
        [1, 'ticket.cancelled', moves(['status', 'closed'])],
        [2, 'ticket.reopened', moves(['status', 'new'])],
        [3, 'ticket.forceEnded', moves(['status', 'closed'])],
      ],
      ['created 1', 'cancelled 1', 'reopened 1', 'forceEnded 1'],
    ],
    [
      'rated',
      [
        opened(),
        claim(0),
        solve(1),
        [2, 'survey.sent'],
        [
          3,
          'survey.answered',
          { score: 2, hasComment: true, cycle: 1, bad: true, ...moves(['status', 'follow_up']) },
          'outside',
        ],
      ],
      ['created 1', 'assigned claim 1', 'solved 60 1', 'asked 1', 'rated 2 comment 1'],
    ],
    ['a score that is none', [opened(), [3, 'survey.answered', { score: 6 }]], ['created 1', 'rated 1']],
    ['what began before the log', [solve(1), reply(2)], []],
  ])('%s', (_name, lines, facts) => {
    expect(told(lived(lines))).toEqual(facts)
  })
})

describe('dimensions are those of the moment', () => {
  test('of the department, person, category, urgency and type then', () => {
    const { facts } = lived([
      opened(to(after, null), { categoryPath: ['k1', 'k2'], requestType: 'repair' }),
      claim(1),
      [
        2,
        'ticket.updated',
        { ...moves(['categoryId', 'k9'], ['urgency', 'critical'], ['requestType', null]), categoryPath: ['k8', 'k9'] },
      ],
      [3, 'ticket.transferred', moves(['departmentId', tech], ['assigneeId', zhao], ['status', 'assigned'])],
      solve(4),
    ])
    const dimensions = Object.fromEntries(facts.map(fact => [fact.kind, fact.dimensions]))
    expect(dimensions.created).toEqual({
      departmentId: after,
      assigneeId: null,
      channel: 'email',
      categoryIds: ['k1', 'k2'],
      requestType: 'repair',
      urgency: 'normal',
    })
    expect(dimensions.assigned).toMatchObject({ departmentId: after, assigneeId: wang })
    expect(dimensions.solved).toEqual({
      departmentId: tech,
      assigneeId: zhao,
      channel: 'email',
      categoryIds: ['k8', 'k9'],
      requestType: null,
      urgency: 'critical',
    })
  })

  test('a breach is its holder’s of that time, and on the day it was due', () => {
    const { facts } = lived([opened(), claim(1), breach(24 * 60, 13 * 60, 'response', to(tech, zhao))])
    expect(facts.at(-1)).toMatchObject({
      kind: 'breached',
      day: '2026-11-22',
      dimensions: { departmentId: tech, assigneeId: zhao },
    })
  })

  test('an old event without the path has the category alone', () => {
    const { life } = lived([
      opened(),
      [1, 'ticket.updated', moves(['categoryId', 'k9'])],
      [2, 'ticket.updated', moves(['subject', 'x'])],
    ])
    expect(life?.dimensions.categoryIds).toEqual(['k9'])
  })
})

describe('days are the desk’s', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-22T15:59:59Z', '2026-11-22'],
    ['Asia/Shanghai', '2026-11-22T16:00:00Z', '2026-11-23'],
    // The hour that Berlin's clocks show twice, and the one that they skip.
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['America/New_York', '2026-11-22T04:59:59Z', '2026-11-21'],
  ])('%s %s is %s', (zone, at, day) => {
    const event = { type: 'ticket.opened', at: new Date(at), actor_kind: 'person', payload: { to: to(after, null) } }
    expect(fold(undefined, event, zone, noneOwn)?.facts[0]?.day).toBe(day)
  })
})

describe('how long it lay open', () => {
  const day = 24 * 60
  const days = (lines: Line[]) => {
    const { stretches, life } = lived(lines)
    return [
      ...stretches.map(({ from, to, dimensions }) => `${from}–${to} ${dimensions.assigneeId ?? 'pool'}`),
      life?.openSince ?? 'done',
    ]
  }
  test.each<[string, Line[], string[]]>([
    ['still open', [opened()], ['2026-11-22']],
    ['opened and solved on one day: no midnight saw it', [opened(), claim(5), solve(9)], ['done']],
    ['over one midnight', [opened(), solve(day)], ['2026-11-22–2026-11-23 pool', 'done']],
    ['changing hands the same day', [opened(), claim(5), solve(2 * day)], [`2026-11-22–2026-11-24 ${wang}`, 'done']],
    [
      'changing hands later',
      [opened(), claim(day), solve(2 * day)],
      ['2026-11-22–2026-11-23 pool', `2026-11-23–2026-11-24 ${wang}`, 'done'],
    ],
    ['reopened', [opened(), solve(5), [day, 'ticket.reopened', moves(['status', 'new'])]], ['2026-11-23']],
    [
      'closing what is solved changes nothing',
      [opened(), solve(day), [2 * day, 'ticket.closed', moves(['status', 'closed'])]],
      ['2026-11-22–2026-11-23 pool', 'done'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(days(lines)).toEqual(expected)
  })
})

describe('the desk’s own fields', () => {
  const own = { kept: new Set(['a', 'b']), reported: new Set(['a']) }
  const under = (lines: Line[], keys = own) =>
    lived(lines, 'Asia/Shanghai', keys).facts.map(({ kind, dimensions }) => [kind, dimensions.fields ?? {}])
  const begun = opened(to(after, null), moves(['fields.a', 'x'], ['fields.b', 'y'], ['fields.text', 'long']))
  const change = (at: number, field: string, value: unknown): Line => [at, 'ticket.updated', moves([field, value])]

  test.each<[string, Line[], [string, object][]]>([
    ['as told at the opening', [begun], [['created', { a: 'x' }]]],
    ['of a ticket without any', [opened()], [['created', {}]]],
    [
      'as changed since',
      [begun, change(5, 'fields.a', 'z'), solve(9)],
      [
        ['created', { a: 'x' }],
        ['solved', { a: 'z' }],
      ],
    ],
    [
      'forgotten',
      [begun, change(5, 'fields.a', null), solve(9)],
      [
        ['created', { a: 'x' }],
        ['solved', {}],
      ],
    ],
    [
      'another is changed',
      [begun, change(5, 'fields.b', 'z'), solve(9)],
      [
        ['created', { a: 'x' }],
        ['solved', { a: 'x' }],
      ],
    ],
    [
      'a promise has them too',
      [begun, breach(5, 5)],
      [
        ['created', { a: 'x' }],
        ['breached', { a: 'x' }],
      ],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(under(lines)).toEqual(expected)
  })

  test('what may be reported is remembered, and nothing else', () => {
    expect(lived([begun], 'Asia/Shanghai', own).life?.own).toEqual({ a: 'x', b: 'y' })
    expect(lived([begun]).life?.own).toBeUndefined()
  })

  test('a field that is not reported any more tells nothing apart from then on', () => {
    const { life } = lived([begun], 'Asia/Shanghai', own)
    const event = { type: 'ticket.urged', at: new Date(), actor_kind: 'person', payload: {} }
    const none = { ...own, reported: noneOwn.reported }
    expect(fold(life, event, 'Asia/Shanghai', none)?.facts[0]?.dimensions.fields).toBeUndefined()
  })

  test('a stretch ends where such a value changes', () => {
    const { stretches } = lived([begun, change(24 * 60, 'fields.a', 'z'), solve(48 * 60)], 'Asia/Shanghai', own)
    expect(stretches.map(({ from, dimensions }) => [from, dimensions.fields])).toEqual([
      ['2026-11-22', { a: 'x' }],
      ['2026-11-23', { a: 'z' }],
    ])
  })
})
