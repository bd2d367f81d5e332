import { describe, expect, test } from 'vitest'
import {
  after,
  breach,
  grant,
  type Line,
  lived,
  meet,
  moves,
  opened,
  policy,
  reply,
  solve,
  tech,
  to,
  told,
  wang,
  warn,
  zhao,
} from '../../../test/ticket-lines.ts'

describe('each promise is measured once', () => {
  test.each<[string, Line[], string[]]>([
    ['kept', [opened(), reply(30), meet(30, 'response')], ['created 1', 'responded 1800 1', 'kept 1800 response 1']],
    ['missed, and never done', [opened(), breach(121, 120)], ['created 1', 'breached response 1']],
    [
      'missed, and done late',
      [opened(), breach(121, 120), reply(130), meet(130, 'response', { late: true })],
      ['created 1', 'breached response 1', 'responded 7800 1'],
    ],
    ['answered without a promise: nothing is kept', [opened(), reply(30)], ['created 1', 'responded 1800 1']],
    [
      'dropped before it was due: not measured',
      [opened(), [30, 'ticket.cancelled', moves(['status', 'closed'])]],
      ['created 1', 'cancelled 1'],
    ],
    [
      'dropped after it was missed: missed',
      [opened(), breach(20, 20), [30, 'ticket.cancelled', moves(['status', 'closed'])]],
      ['created 1', 'breached response 1', 'cancelled 1'],
    ],
    [
      'several targets at once, one of them missed',
      [
        opened(to(after, wang)),
        breach(50, 50, 'resolution'),
        solve(60),
        meet(60, 'acknowledge'),
        meet(60, 'resolution', { late: true }),
      ],
      ['created 1', 'assigned manual 1', 'breached resolution 1', 'solved 3600 1', 'kept 3600 acknowledge 1'],
    ],
    [
      'reopened: another round is another promise',
      [
        opened(to(after, wang)),
        solve(60),
        meet(60, 'resolution'),
        [70, 'ticket.reopened', moves(['status', 'in_progress'])],
        breach(200, 190, 'resolution'),
        solve(210),
        meet(210, 'resolution', { late: true }),
      ],
      [
        'created 1',
        'assigned manual 1',
        'solved 3600 1',
        'kept 3600 resolution 1',
        'reopened 1',
        'breached resolution 1',
        'solved 8400 2',
      ],
    ],
    [
      'a yellow card, more time, and kept',
      [opened(), warn(40, 60, 'resolution'), grant(50, 'resolution', 1800), meet(80, 'resolution')],
      ['created 1', 'warned resolution 1', 'extended 1800 resolution 1', 'kept 4800 resolution 1'],
    ],
    [
      'asked for and not granted is no extension',
      [
        opened(),
        [10, 'ticket.extensionRequested', { clock: 'resolution', seconds: 600, reason: '等配件' }],
        [20, 'ticket.extensionDeclined', { clock: 'resolution' }],
      ],
      ['created 1'],
    ],
  ])('%s', (_name, lines, facts) => {
    expect(told(lived(lines))).toEqual(facts)
  })

  test('with the policy of that moment, which nothing else has', () => {
    const { facts, life } = lived([
      opened(to(after, wang)),
      warn(10, 60, 'resolution', to(tech, zhao)),
      meet(30, 'response', { policyId: null }),
      meet(40, 'resolution'),
      solve(40),
    ])
    expect(facts.map(({ kind, dimensions }) => [kind, dimensions.policyId, dimensions.assigneeId])).toEqual([
      ['created', undefined, wang],
      ['assigned', undefined, wang],
      ['warned', policy, zhao],
      ['kept', undefined, wang],
      ['kept', policy, wang],
      ['solved', undefined, wang],
    ])
    expect(life?.dimensions).toMatchObject({ departmentId: after, assigneeId: wang })
  })
})
