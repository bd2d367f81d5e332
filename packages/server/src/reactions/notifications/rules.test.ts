import { events, notificationKinds, wordIn } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { type Department, directoryOf } from '../../records/people/directory.ts'
import { isOnlyForPool, rules } from './rules.ts'
import type { Scene, Told } from './scene.ts'

const departments: Department[] = [
  {
    id: 'after-sales',
    name: '售后部',
    parentId: null,
    path: '售后部',
    managerIds: ['boss'],
    archived: false,
    dispatch: 'claim',
  },
  { id: 'auto', name: '自动部', parentId: null, path: '自动部', managerIds: [], archived: false, dispatch: 'auto' },
]
const person = (id: string, status: 'active' | 'disabled' = 'active') => ({
  id,
  employeeNo: id,
  name: id,
  status,
  departmentIds: ['after-sales', 'auto'],
  roleIds: id === 'admin' ? ['administrator'] : [],
  skills: [],
  capacity: 8,
  locale: null,
})
const administrator = {
  id: 'administrator',
  key: 'administrator',
  name: '管理员',
  grants: {},
  fields: {},
  archived: false,
}
const people = directoryOf(
  [person('wang'), person('li'), person('gone', 'disabled'), person('boss'), person('admin')],
  departments,
  [administrator],
)

const held = { id: 't', department_id: 'after-sales', assignee_id: 'wang', is_done: false }
const waiting = { ...held, assignee_id: null }

function scene(type: string, payload: Record<string, unknown>, also: Partial<Scene> = {}): Scene {
  return {
    event: { type, actor_kind: 'person', actor_id: 'li', actor_name: '李雷', topic_id: 't', payload },
    ticket: held,
    people,
    present: new Set(['wang', 'boss', 'gone']),
    now: new Date('2026-11-22T02:00:01.000Z'),
    ...also,
  }
}
const by =
  (kind: string, name = '') =>
  (one: Scene): Scene => ({
    ...one,
    event: { ...one.event, actor_kind: kind, actor_id: null, actor_name: name },
  })

const to = (assigneeId: string | null, departmentId = 'after-sales') => ({ departmentId, assigneeId })
const handover = (assigneeId: string | null, departmentId?: string) => ({
  from: to(null),
  to: to(assigneeId, departmentId),
  mode: 'manual',
  reason: '超出范围',
  changes: [],
})
/** Kind, who, and how: what matters of it. */
const short = (told: readonly Told[]) =>
  told.filter(one => one.to.length > 0).map(({ kind, to, params }) => [kind, to.join(), params.how ?? null])

test.each<[string, Scene, unknown[]]>([
  ['a ticket opened for somebody', scene('ticket.opened', { to: to('wang') }), [['assigned', 'wang', 'opened']]],
  [
    'a ticket opened for a pool: members who are there',
    scene('ticket.opened', { to: to(null) }, { ticket: waiting }),
    [['pool', 'wang,boss', null]],
  ],
  [
    'a pool where nobody is there',
    scene('ticket.opened', { to: to(null) }, { ticket: waiting, present: new Set() }),
    [],
  ],
  ['a ticket that was taken before it could be told of', scene('ticket.opened', { to: to(null) }), []],
  [
    'a ticket that is done already',
    scene('ticket.opened', { to: to(null) }, { ticket: { ...waiting, is_done: true } }),
    [],
  ],
  [
    'a department where tickets find a person by themselves',
    scene('ticket.opened', { to: to(null, 'auto') }, { ticket: { ...waiting, department_id: 'auto' } }),
    [],
  ],
  [
    'until nobody was found',
    scene('ticket.undispatched', { departmentId: 'auto' }, { ticket: { ...waiting, department_id: 'auto' } }),
    [['pool', 'wang,boss', 'undispatched']],
  ],
  ['assigned by a person', scene('ticket.assigned', handover('wang')), [['assigned', 'wang', null]]],
  [
    'assigned by Baton',
    by('system', 'dispatch')(scene('ticket.assigned', handover('wang'))),
    [['assigned', 'wang', 'auto']],
  ],
  ['transferred to a person', scene('ticket.transferred', handover('wang')), [['assigned', 'wang', 'transferred']]],
  [
    'transferred to a department',
    scene('ticket.transferred', handover(null), { ticket: waiting }),
    [['pool', 'wang,boss', null]],
  ],
  ['returned', scene('ticket.returned', handover('wang')), [['assigned', 'wang', 'returned']]],
  [
    'put back into the pool',
    scene('ticket.pooled', handover(null), { ticket: waiting }),
    [['pool', 'wang,boss', null]],
  ],
  [
    'the customer writes',
    scene('ticket.received', { automatic: false, reopened: false }),
    [['answered', 'wang', null]],
  ],
  ['a machine writes', scene('ticket.received', { automatic: true, reopened: false }), []],
  [
    'the customer writes and nobody holds it',
    scene('ticket.received', { automatic: false, reopened: false }, { ticket: waiting }),
    [],
  ],
  [
    'the customer takes it up again',
    scene('ticket.received', { automatic: false, reopened: true }),
    [['reopened', 'wang', 'answered']],
  ],
  [
    '… while its holder is away',
    scene('ticket.received', { automatic: false, reopened: true }, { ticket: waiting }),
    [['pool', 'wang,boss', null]],
  ],
  ['urged', scene('ticket.urged', { count: 1, note: null }), [['urged', 'wang', null]]],
  ['urged a third time', scene('ticket.urged', { count: 3, note: null }), [['urged', 'wang,boss', null]]],
  [
    'urged while nobody has it',
    scene('ticket.urged', { count: 1, note: null }, { ticket: waiting }),
    [['urged', 'boss', null]],
  ],
  ['mentioned', scene('ticket.noted', { mentionIds: ['wang', 'boss'] }), [['mentioned', 'wang,boss', null]]],
  ['reopened', scene('ticket.reopened', { reason: '没修好', changes: [] }), [['reopened', 'wang', null]]],
  [
    'reopened into the pool',
    scene('ticket.reopened', { reason: null, changes: [] }, { ticket: waiting }),
    [['pool', 'wang,boss', null]],
  ],
  ['to follow up', scene('ticket.followedUp', { reason: '回访', changes: [] }), [['reopened', 'wang', 'followedUp']]],
  [
    'to follow up by somebody else',
    scene('ticket.followedUp', { reason: '回访', changes: [{ field: 'assigneeId' }] }),
    [['assigned', 'wang', 'followedUp']],
  ],
  [
    'overdue',
    by(
      'system',
      'timer',
    )(scene('clock.breached', { clock: 'response', dueAt: '2026-11-22T02:00:00.000Z', holder: to('wang') })),
    [
      ['breached', 'wang', null],
      ['breached', 'boss', 'managed'],
    ],
  ],
  [
    'overdue in the pool',
    scene('clock.breached', { clock: 'response', dueAt: '2026-11-22T02:00:00.000Z', holder: to(null) }),
    [['breached', 'boss', 'managed']],
  ],
  [
    'overdue at the manager’s own',
    scene('clock.breached', { clock: 'response', dueAt: '2026-11-22T02:00:00.000Z', holder: to('boss') }),
    [['breached', 'boss', null]],
  ],
  [
    'a bad rating',
    scene('survey.answered', { score: 1, bad: true, hasComment: true }),
    [['rated', 'boss', 'commented']],
  ],
  ['a good rating', scene('survey.answered', { score: 5, bad: false, hasComment: false }), []],
  [
    'a reply that failed',
    scene('delivery.changed', { to: 'failed', messageId: 'm', error: '550' }),
    [
      ['undelivered', 'wang', null],
      ['trouble', 'admin', null],
    ],
  ],
  [
    'a reply of which nobody knows',
    scene('delivery.changed', { to: 'unknown', messageId: 'm', error: null }),
    [['undelivered', 'wang', null]],
  ],
  [
    'an acknowledgement that failed',
    scene('delivery.changed', { to: 'failed', messageId: null, error: '550' }),
    [['trouble', 'admin', null]],
  ],
  ['a delivery that was sent', scene('delivery.changed', { to: 'sent', messageId: 'm', error: null }), []],
  [
    'a notification that failed',
    scene('delivery.changed', { to: 'failed', messageId: null, error: '550' }, { ticket: undefined }),
    [],
  ],
])('%s', (_, one, told) => {
  expect(short(rules[one.event.type as 'ticket.opened']?.(one) ?? [])).toEqual(told)
})

test('a pool counts, whoever claims must be allowed to', () => {
  const [told] = rules['ticket.opened']?.(scene('ticket.opened', { to: to(null) }, { ticket: waiting })) ?? []
  expect(told).toMatchObject({ bundle: 'pool:after-sales', grant: 'ticket.claim' })
})

test.each([
  [scene('ticket.opened', { to: to(null) }), true],
  [scene('ticket.opened', { to: to('wang') }), false],
  [scene('ticket.pooled', handover(null)), true],
  [scene('ticket.received', {}), false],
])('what concerns a pool alone is known without asking', (one, answer) => {
  expect(isOnlyForPool(one)).toBe(answer)
})

describe.each(['zh-CN', 'en'])('in %s', locale => {
  test.each([...notificationKinds])('%s has a sentence and a name', kind => {
    expect(wordIn(locale, 'notification', kind)).toBeTruthy()
    expect(wordIn(locale, 'notificationKind', kind)).toBeTruthy()
  })
})

test('every rule hears an event that there is', () => {
  expect(Object.keys(rules).filter(type => !(type in events))).toEqual([])
})
